/** Buyers as they look after masking; nobody of these exists. */
import type { Chance } from './chance.ts'

const surnames = [...'陈李王张刘周吴郑孙马朱胡林郭何高罗梁宋唐许邓冯韩曹曾彭萧蔡潘']
const lastLetters = [...'平华静云文琪敏杰芳涛雪宁洁博欣怡晨航妍凯']
const nicks = [...'木阿小花南北山月星云青白海风雨糖茶橙柚栗']

const regions = [
  '浙江省 杭州市 西湖区', '浙江省 宁波市 鄞州区', '江苏省 南京市 鼓楼区', '江苏省 苏州市 工业园区',
  '上海 上海市 浦东新区', '上海 上海市 闵行区', '北京 北京市 朝阳区', '北京 北京市 海淀区',
  '广东省 广州市 天河区', '广东省 深圳市 南山区', '广东省 佛山市 顺德区', '四川省 成都市 高新区',
  '重庆 重庆市 渝北区', '湖北省 武汉市 洪山区', '湖南省 长沙市 岳麓区', '陕西省 西安市 雁塔区',
  '山东省 青岛市 市南区', '山东省 济南市 历下区', '福建省 厦门市 思明区', '福建省 福州市 鼓楼区',
  '河南省 郑州市 金水区', '安徽省 合肥市 蜀山区', '辽宁省 大连市 中山区', '云南省 昆明市 五华区',
  '天津 天津市 南开区', '河北省 石家庄市 长安区', '江西省 南昌市 红谷滩区', '广西 南宁市 青秀区',
] // prettier-ignore

export function buyerFrom(chance: Chance) {
  const surname = chance.pick(surnames)
  return {
    buyer: `${chance.pick(nicks)}***${chance.digits(1)}`,
    receiver: chance.happens(0.4) ? `${surname}*` : `${surname}*${chance.pick(lastLetters)}`,
    phone: `1${chance.pick(['38', '39', '36', '58', '86', '77', '91'])}****${chance.digits(4)}`,
    region: chance.pick(regions),
    address: `${chance.pick(['某某街道', '某某路', '某某小区', '某某大厦'])}*****`,
  }
}
