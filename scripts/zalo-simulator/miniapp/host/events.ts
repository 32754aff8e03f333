/** Native code → web view: the SDK listens at `zaloJSV2` once it is loaded (§6.3, events). */
export interface NativeEvents {
  emit(name: string, data?: unknown): void;
}

export function nativeEvents(): NativeEvents {
  let serial = 0;
  return {
    emit(name, data = {}) {
      serial += 1;
      // The SDK strips backslashes from plain JSON, so text goes the way it writes its own.
      window.zaloJSV2?.zalo_h5_event_handler(`sim-${serial}`, name, btoa(encodeURIComponent(JSON.stringify(data))));
    },
  };
}
