import type { Language } from './language';

/** Chinese, simplified and traditional, is written without spaces: these are looked for anywhere in a text. */
export const chinese: Language = {
  verbs: {
    read: '搜索 搜尋 查询 查詢 筛选 排序 预览 查看',
    session: '登录 登錄 登出 退出',
    send: '发送 發送 回复 回覆 转发 邀请',
    publish: '发布 發佈 发表 投票',
    pay: '付款 支付 购买 購買 下单 捐款 捐赠',
    book: '预订 预约 預訂 預約',
    delete: '删除 刪除 注销 退订',
    accept: '同意 签署 提交 申请',
    grant: '授权 允许 分享',
    account: '注册 註冊',
  },
  nouns: {
    read: '历史 记录 结果 列表',
    draft: '草稿',
    reversible: '购物车 購物車 收藏 设置',
    pay: '订单 訂單',
  },
  either: {},
  saving: '保存 添加 修改 更新',
  finishing: '确认 完成',
  labels: {
    pay: '付款,支付,购买,購買,下单,提交订单,提交訂單,确认订单,捐款,捐赠,订阅,出价,结账,转账',
    book: '预订,预约,預訂,預約',
    send: '发送,發送,回复,回覆,转发,邀请',
    publish: '发布,發佈,发表,评论,投票',
    delete: '删除,刪除,取消订单,取消订阅,取消預約,退订,注销,永久,清空回收站',
    accept: '同意,签署,簽署,提交,申请,申請',
    grant: '授权,授權,允许,允許,分享,批准',
    account: '注册,註冊,创建账户,修改密码',
  },
  views: '历史,记录,筛选,搜索,预览,草稿,已取消,查看,列表',
  final: '无法撤销,無法復原,不可恢复,不可撤销,将丢失,將遺失,会丢失,恢复出厂设置,恢復原廠設定',
};
