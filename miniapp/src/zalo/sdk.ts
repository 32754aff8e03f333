/** Only what is used, by name: the SDK's whole list is twice as much to load. */
export {
  closeApp,
  EventName,
  events,
  followOA,
  getAccessToken,
  getLocation,
  getPhoneNumber,
  getSetting,
  getUserInfo,
  openChat,
  openMediaPicker,
  openPermissionSetting,
  openPhone,
  openShareSheet,
  openWebview,
  requestSendNotification,
} from 'zmp-sdk/apis';
