export const open = dialog => dialog.showModal();
export const close = dialog => dialog.close();
