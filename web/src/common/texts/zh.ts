/** What every portal says. */
export const commonZh = {
  language: { name: '语言', zh: '中文', en: 'English' },
  loading: '正在读取……',
  again: '再试一次',
  more: '显示更多',
  skip: '跳到正文',
  signOut: '退出',
  problem: {
    title: '没有办成',
    offlineTitle: '网络不通',
    unfetched: '页面还没有取全，填写的内容没有丢失，请稍后再点一次。',
    offline: '现在连不上网络。已填写的内容都保存在手机上，等网络恢复后再试。',
    signIn: '去登录',
    fields: '请改正以下各项：',
    toCase: '打开在办的申请',
    moved: '{{who}}于{{at}}把办件转到了“{{stage}}”。',
    movedUnknown: '办件现在“{{stage}}”环节。',
  },
  notFound: { title: '没有这一页', text: '地址可能抄错了，请从首页进入。', home: '回首页' },
  signIn: {
    title: '工作人员登录',
    lead: '请用单位分配的账号登录。账号只限本人使用，所作决定记在本人名下。',
    demonstration: '演示环境：账号和密码见启动时的提示。',
    login: '账号',
    password: '密码',
    enter: '登录',
  },
};
