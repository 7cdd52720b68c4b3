/** The file in an evidence pack that says what is in it and how to check it. */
export const packReadme = (caseNo: string): string => `直报办件证据包 ${caseNo}
====================================

本文件可以在没有直报系统、没有密钥、不联网的电脑上核验：

  1. 安装 Node.js 20.19 以上版本，取得直报源代码，执行 npm ci && npm run build。
  2. 把您平时从邮件或 /log 页面留存的签名树头存成一个文本文件 heads.txt。
  3. 执行：npm run zhibao -- verify --pack 证据包.tar.gz --heads heads.txt
     有任何差异，命令逐条列出并以非 0 退出。

内容：
  story.txt              办件经过（由流程历史生成，不是由数据表生成）
  proofs.json            办件记录、决定签名、存证记录及其默克尔证明、签名树头
  histories/*.ndjson     流程历史（内容已打开）
  histories/*.gz         封存的流程历史（内容仍加密），其 SHA-256 在存证日志中
  papers/                材料，以 SHA-256 命名，可用 sha256sum 自行核对
  ledger.json            资金账分录

没有留存的树头时，只能证明证据包自身一致，不能证明它就是当时公布的那份日志。

Evidence pack of case ${caseNo}
====================================

It can be checked on a machine without the system, without keys and without a network: install Node.js 20.19 or newer,
get the source of zhibao, run npm ci && npm run build, put the signed heads that you kept from the mails or the page /log
into a text file, and run

  npm run zhibao -- verify --pack PACK.tar.gz --heads heads.txt

which names every difference and then exits with another code than 0. Without a head that you kept, only the pack's
agreement with itself is shown, not that it is of the log that was published.
`;
