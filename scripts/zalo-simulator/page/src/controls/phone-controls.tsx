import { lazy, Suspense } from 'react';
import { changePhone, usePhoneSettings } from '../phone/mini-app/settings-store.ts';
import { knownPlaces } from '../phone/places.ts';
import { Choice, Switch } from './fields.tsx';
import * as labels from './phone-labels.ts';

const PinMap = lazy(() => import('../phone/pin-map.tsx').then((module) => ({ default: module.PinMap })));

/** The phone under the Mini App: what it is, what its owner answers, and what goes wrong (§11.6). Kept in this tab. */
export function PhoneControls() {
  const phone = usePhoneSettings();
  return (
    <>
      <fieldset>
        <legend>Điện thoại chạy Mini App</legend>
        <div className="control-pair">
          <Choice label="Máy" value={phone.os} options={labels.osOptions} change={(os) => changePhone({ os })} />
          <Choice
            label="Bản Zalo"
            value={phone.zaloVersion === 'old' ? 'old' : 'current'}
            options={labels.versionOptions}
            change={(zaloVersion) => changePhone({ zaloVersion })}
          />
          <Choice
            label="Giao diện"
            value={phone.theme}
            options={labels.themeOptions}
            change={(theme) => changePhone({ theme })}
          />
          <Choice
            label="Ngôn ngữ của Zalo"
            value={phone.language}
            options={labels.languageOptions}
            change={(language) => changePhone({ language })}
          />
        </div>
        <Choice
          label="Cỡ chữ"
          value={phone.typeSize === 200 ? '200' : phone.typeSize === 130 ? '130' : '100'}
          options={labels.typeSizeOptions}
          change={(size) => changePhone({ typeSize: Number(size) })}
        />
        <Choice
          label="Mạng của điện thoại"
          value={labels.networkChoice(phone.network)}
          options={labels.networkOptions}
          change={(choice) => changePhone({ network: labels.networks[choice] })}
        />
        <Place />
      </fieldset>

      <fieldset>
        <legend>Người dân trả lời Mini App</legend>
        {labels.questions.map(({ permission, label, options }) => (
          <Choice
            key={permission}
            label={label}
            value={phone.permissions[permission]}
            options={options}
            change={(answer) => changePhone({ permissions: { [permission]: answer } })}
          />
        ))}
        <p className="hint">Thu hồi quyền đã cấp: nút ••• trên Mini App, “Quyền đã cấp”.</p>
      </fieldset>

      <fieldset>
        <legend>Zalo đã duyệt cho Mini App</legend>
        {Object.entries(labels.approvals).map(([api, label]) => (
          <Switch
            key={api}
            label={label}
            on={phone.approved.includes(api)}
            change={(on) =>
              changePhone({ approved: on ? [...phone.approved, api] : phone.approved.filter((one) => one !== api) })
            }
          />
        ))}
        <p className="hint">Điều chưa duyệt bị từ chối với mã -1403.</p>
      </fieldset>

      <Uploads />
    </>
  );
}

function Place() {
  const { location } = usePhoneSettings();
  const here = knownPlaces.find((one) => one.latitude === location.latitude && one.longitude === location.longitude);
  return (
    <>
      <Choice
        label="Điện thoại đang ở"
        value={here?.name ?? ''}
        options={[
          ...(here ? [] : [{ value: '', label: 'Điểm tự chọn' }]),
          ...knownPlaces.map(({ name }) => ({ value: name, label: name })),
        ]}
        change={(name) => {
          const place = knownPlaces.find((one) => one.name === name);
          if (place) changePhone({ location: { latitude: place.latitude, longitude: place.longitude } });
        }}
      />
      <details>
        <summary>Chọn trên bản đồ</summary>
        <Suspense fallback={<div className="pin-map" aria-busy="true" />}>
          <PinMap pin={location} choose={(chosen) => changePhone({ location: chosen })} />
        </Suspense>
      </details>
    </>
  );
}

/** Zalo does not say how its picker sends several photos, nor what becomes of a refusal (§6.3): both ways can be tried. */
function Uploads() {
  const { upload } = usePhoneSettings();
  return (
    <fieldset>
      <legend>Zalo tải ảnh lên máy chủ</legend>
      <Choice
        label="Máy chủ nhận ảnh"
        value={upload.server}
        options={labels.serverOptions}
        change={(server) => changePhone({ upload: { server } })}
      />
      <Choice
        label="Nhiều ảnh"
        value={upload.requests}
        options={labels.requestOptions}
        change={(requests) => changePhone({ upload: { requests } })}
      />
      <Choice
        label="Khi máy chủ trả lời khác 200"
        value={upload.refusal}
        options={labels.refusalOptions}
        change={(refusal) => changePhone({ upload: { refusal } })}
      />
    </fieldset>
  );
}
