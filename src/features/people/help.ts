/** What `?` says of signing in, oneself and the team. */
import type { PageHelp } from '../../feature.ts'

export const help: readonly PageHelp[] = [
  {
    path: '/sign-in',
    zh: {
      title: '登录',
      about: '几个人共用一台电脑：点自己的头像，输密码就进。',
      steps: [
        '没有你的头像：点“别人”，打花名。',
        '锁着的页面，本人输密码就回到刚才那一页。',
        '忘了密码，找主管或店长要重设链接。',
      ],
    },
    en: {
      title: 'Sign in',
      about: 'Several people share a computer: press your face, type your password.',
      steps: [
        'No face of yours? Choose "somebody else" and type your handle.',
        'A locked page waits: its owner types their password and is back on it.',
        'Forgot the password? Ask a supervisor or the manager for a link.',
      ],
    },
  },
  {
    path: '/invite/:token',
    zh: {
      title: '设密码',
      about: '第一次进来，给自己设一个密码；这个链接只能用一次。',
      steps: ['至少 8 个字，长一点比花样重要。', '链接用过或过期了，找主管再要一个。'],
    },
    en: {
      title: 'Set a password',
      about: 'The first time here: choose your own password. This link works once.',
      steps: ['At least 8 characters; long matters more than odd.', 'Used or expired? Ask a supervisor for another.'],
    },
  },
  {
    path: '/me',
    zh: {
      title: '我的页',
      about: '自己的语言、外观、密码、免打扰，还有登录着的地方。',
      steps: [
        '换语言、明暗、疏密，马上生效。',
        '在别的电脑忘了退出：按“退出别处”。',
        '打印自己的[岗位卡片](/help#cards)。',
      ],
    },
    en: {
      title: 'My page',
      about: 'Your own language, look, password and quiet hours, and where you are signed in.',
      steps: [
        'Language, light or dark, compact or roomy change at once.',
        'Left open on another computer? End the other sessions here.',
        'Print the [card of your role](/help#cards).',
      ],
    },
  },
  {
    path: '/people',
    zh: {
      title: '人员',
      about: '店里有谁、什么角色、设好密码没有。',
      steps: ['加人按“加人”，把链接发给本人。', '链接过期的，重新发一次。', '主管和店长点花名改角色、停用。'],
      marks: [
        ['等设密码', '链接发了，还没用'],
        ['链接过期', '要重新发'],
        ['已停用', '进不来，记录都在'],
      ],
    },
    en: {
      title: 'People',
      about: 'Who works for the shop, in which roles, and whether they have set a password.',
      steps: [
        'Add people and send each their link.',
        'Where a link has expired, send a new one.',
        'Supervisors and managers press a handle to change roles or disable somebody.',
      ],
      marks: [
        ['Invited', 'the link is out, not used yet'],
        ['Expired', 'needs a new link'],
        ['Disabled', 'cannot come in; what they did stays'],
      ],
    },
  },
  {
    path: '/new-people',
    zh: {
      title: '加人',
      about: '一行一个：花名、角色、邮箱。从表格里粘贴一整列也行。',
      steps: ['写好按“加这些人”。', '把链接发给各人；离开这一页就看不到了，丢了能重发。'],
    },
    en: {
      title: 'Add people',
      about: 'One a line: handle, role, e-mail. Pasting from a sheet works too.',
      steps: [
        'Write them down and press "Add".',
        'Send each their link: it is shown only here; a lost one can be sent anew.',
      ],
    },
  },
  {
    path: '/people/:id',
    zh: {
      title: '一个人',
      about: '这个人的角色、店铺、邮箱，和设密码的链接。',
      steps: [
        '改角色和店铺，马上生效。',
        '有人离开：停用，先选谁接手他的暂缓。',
        '忘了密码：发重设链接；新的设好之前旧的还能用。',
      ],
    },
    en: {
      title: 'One person',
      about: 'Their roles, shops and e-mail, and the link for a new password.',
      steps: [
        'Roles and shops change at once.',
        'Leaving? Disable them; choose first who takes their holds.',
        'Forgot the password? Send a link; the old one works until the new one is set.',
      ],
    },
  },
]
