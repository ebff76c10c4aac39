/** What the demo shops sell: invented, prices in fen. */
export type Good = { code: string; title: string; variants: readonly string[]; price: number }

const good = (code: string, title: string, price: number, ...variants: string[]): Good => ({
  code,
  title,
  price,
  variants,
})

export const homeGoods: readonly Good[] = [
  good('CY-MUG', '陶瓷马克杯 手作釉', 6800, '颜色:雾灰', '颜色:奶白', '颜色:松绿'),
  good('CY-BED', '60 支长绒棉四件套', 46800, '尺寸:1.5 m;颜色:豆沙', '尺寸:1.8 m;颜色:雾蓝', '尺寸:1.8 m;颜色:燕麦'),
  good('CY-PIL', '乳胶枕 波浪款', 19900, '规格:单只', '规格:一对'),
  good('CY-TWL', '浴巾 加厚长绒棉', 8900, '尺寸:70×140;颜色:米白', '尺寸:70×140;颜色:烟灰'),
  good('CY-RUG', '地毯 圈绒', 59900, '尺寸:160×230', '尺寸:200×290'),
  good('CY-CUR', '日式棉麻窗帘', 32800, '尺寸:2.0×2.6 m', '尺寸:2.5×2.6 m'),
  good('CY-CAN', '香薰蜡烛', 5900, '味道:雪松', '味道:无花果', '味道:白茶'),
  good('CY-TBL', '桌布 防水', 7900, '尺寸:140×220;颜色:燕麦', '尺寸:140×180;颜色:浅灰'),
  good('CY-CAB', '实木床头柜', 69900, '颜色:胡桃色', '颜色:原木色'),
  good('CY-LMP', '落地灯 可调光', 28800, '颜色:黑', '颜色:黄铜'),
  good('CY-BWL', '日式饭碗 四只装', 9900, '颜色:青釉', '颜色:素白'),
  good('CY-BSK', '收纳筐 棉绳编织', 4900, '规格:中号', '规格:大号'),
  good('CY-QLT', '桑蚕丝夏凉被', 39900, '尺寸:200×230', '尺寸:220×240'),
  good('CY-CSH', '靠枕 灯芯绒', 5900, '颜色:焦糖', '颜色:墨绿'),
  good('CY-HGR', '衣架 榉木 10 支', 6900, '颜色:原木色'),
  good('CY-VAS', '花瓶 磨砂玻璃', 8800, '颜色:茶色', '颜色:透明'),
]

export const dailyGoods: readonly Good[] = [
  good('XL-CUP', '随行杯 双层', 5900, '颜色:白', '颜色:蓝'),
  good('XL-BOX', '保鲜盒 三件套', 3900, '颜色:透明'),
  good('XL-MOP', '免手洗拖把', 8900, '规格:配 4 块布'),
  good('XL-BAG', '垃圾袋 加厚 5 卷', 1990, '规格:中号', '规格:大号'),
  good('XL-TIS', '抽纸 24 包', 4990, '规格:整箱'),
]
