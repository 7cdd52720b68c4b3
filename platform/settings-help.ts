/** What each setting must be, in Chinese and in English: the second half of a sentence. `.env.example` says what for. */
export const EXPECTED = {
  PORT: ['1 到 65535 之间的端口号', 'a port number from 1 to 65535'],
  ZHIBAO_HOME: ['数据文件夹的路径', 'the path of the data folder'],
  ZHIBAO_CACHE: ['下载程序的缓存文件夹路径', 'the path of the folder for downloaded programs'],
  DATABASE_URL: ['postgresql:// 开头的数据库地址', 'the address of a database, beginning with postgresql://'],
  TEMPORAL_ADDRESS: ['“主机:端口”形式的 Temporal 地址', 'the address of Temporal as host:port'],
  TEMPORAL_NAMESPACE: ['Temporal 命名空间的名称', 'the name of a Temporal namespace'],
  SMTP_URL: [
    'smtp:// 或 smtps:// 开头的邮件服务器地址',
    'the address of a mail server, beginning with smtp:// or smtps://',
  ],
  MAIL_FROM: ['发件人的邮箱地址', 'the mail address of the sender'],
  SMS_URL: ['http(s):// 开头的短信网关地址', 'the address of the text message gateway, beginning with http(s)://'],
  BANK_URL: ['http(s):// 开头的银行接口地址', 'the address of the bank interface, beginning with http(s)://'],
  ZHIBAO_KEY: [
    '32 个随机字节的 base64（openssl rand -base64 32）',
    '32 random bytes in base64 (openssl rand -base64 32)',
  ],
  ZHIBAO_SESSION_SECRET: ['至少 32 个字符的随机字符串', 'a random text of at least 32 characters'],
  PUBLIC_URL: ['群众访问本系统的 http(s):// 网址', 'the http(s):// address under which people reach the system'],
  TRUSTED_PROXIES: ['0 到 10 之间的反向代理层数', 'the number of reverse proxies in front, from 0 to 10'],
  LOG_LEVEL: [
    'fatal、error、warn、info、debug、trace 或 silent',
    'one of fatal, error, warn, info, debug, trace, silent',
  ],
  ZHIBAO_DEMONSTRATION: ['true 或 false', 'true or false'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type SettingName = keyof typeof EXPECTED;
