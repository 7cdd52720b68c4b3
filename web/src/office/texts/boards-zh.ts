/** What is said of what is recorded at a village board, with a network and without. */
export const boardsZh = {
  boards: {
    photo: '张榜照片',
    offline: '没有网络也能拍照、填写、登记：内容存在手机上，联网后打开直报办公就自动送出一次，不会重复。',
    waiting: '照片和记录存在手机上，联网后打开直报办公就送出一次，不会重复。',
    kept: '手机上的张榜记录',
    act: '登记事项',
  },
};
