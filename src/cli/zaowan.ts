/** Finds the command, runs it, and tells in words what went wrong. */
import { AppError } from '../core/errors.ts'
import { terminalLang, type Lang } from '../core/i18n.ts'
import { readCall, type Terminal } from './call.ts'
import { commands, help, usageOf, type Command } from './commands.ts'
import { reasonOf } from './reasons.ts'
import { words } from './messages.ts'

/** Runs one command line; resolves with the exit status. Results go to standard output, reasons to standard error. */
export async function zaowan(argv: readonly string[], terminal: Terminal): Promise<number> {
  const lang = langIn(argv) ?? terminalLang(terminal.env)
  try {
    await dispatch(argv, terminal, lang)
    return 0
  } catch (error) {
    terminal.err(words(lang).failed(reasonOf(error, lang)))
    return 1
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal, lang: Lang) {
  const [first] = argv
  if (first === undefined || first === 'help' || first === '--help' || first === '-h' || first === '--lang')
    return terminal.out(help(lang))
  const command = commandIn(argv)
  if (!command) throw unknown(argv)
  const shape = { usage: usageOf(command), takes: command.takes ?? [], options: command.options ?? {} }
  const call = readCall(argv.slice(command.name.split(' ').length), terminal, lang, shape)
  if (call.has('help')) return terminal.out(`${words(lang).usage}${shape.usage}\n${words(lang).does[command.name]}`)
  await command.run(call)
}

const commandIn = (argv: readonly string[]): Command | undefined =>
  commands.find(({ name }) => argv.slice(0, name.split(' ').length).join(' ') === name)

function unknown(argv: readonly string[]) {
  const said = argv.slice(0, 2).filter((word) => !word.startsWith('-'))
  const near = commands.filter(({ name }) => name.split(' ')[0] === argv[0])
  const names = (near.length ? near : commands).map(usageOf)
  return new AppError('invalid', (lang) => [words(lang).unknownCommand(said.join(' ')), ...names].join('\n  '))
}

/** --lang counts for every message, also for those about other options. */
function langIn(argv: readonly string[]): Lang | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const value = argv[at]?.split('=')[1] ?? argv[at + 1]
  return at >= 0 && (value === 'zh' || value === 'en') ? value : undefined
}
