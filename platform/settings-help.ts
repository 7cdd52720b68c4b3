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
  BANK_URL: [
    '模拟银行的 http(s):// 地址，或与银行交换文件的 file:///文件夹、sftp://用户@主机/文件夹（不含密码）',
    'the http(s):// address of the simulated bank, or where files are exchanged with a bank: file:///folder or sftp://user@host/folder, without a password',
  ],
  BANK_CONFIG: [
    '银行配置文件（JSON）的路径，BANK_URL 为 file:// 或 sftp:// 时必须给出',
    "the path of the bank's configuration, a JSON file; needed where BANK_URL begins with file:// or sftp://",
  ],
  BANK_PASSWORD: [
    '银行 SFTP 服务器的密码，或密钥文件的口令；不用密钥文件登录时必须给出',
    "the password for the bank's SFTP server, or of the key file; needed where no key file is used",
  ],
  BANK_KEY_FILE: ['登录银行 SFTP 服务器的私钥文件路径', "the path of a private key for the bank's SFTP server"],
  ZHIBAO_KEY: [
    '32 个随机字节的 base64（openssl rand -base64 32）',
    '32 random bytes in base64 (openssl rand -base64 32)',
  ],
  ZHIBAO_CODEC_KEYS: [
    '“代次:密钥”，多代以逗号分隔，如 1:…,2:…，密钥为 32 个随机字节的 base64',
    'generations with their keys, as 1:…,2:…, each key 32 random bytes in base64',
  ],
  ZHIBAO_HOUSEHOLD_KEYS: [
    '“代次:密钥”，多代以逗号分隔，如 1:…,2:…，密钥为 32 个随机字节的 base64',
    'generations with their keys, as 1:…,2:…, each key 32 random bytes in base64',
  ],
  ZHIBAO_KEY_FILE: ['只有属主可读的密钥文件（JSON）路径', 'the path of a key file (JSON) that only its owner may read'],
  ZHIBAO_KEY_SERVICE: ['http(s):// 开头的密钥服务地址', 'the address of a key service, beginning with http(s)://'],
  ZHIBAO_KEY_TOKEN: ['密钥服务的访问令牌', 'the token for the key service'],
  CODEC_UI_ORIGIN: [
    'Temporal 界面的来源地址，如 https://temporal.example',
    'the origin of the Temporal UI, as https://temporal.example',
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
