// Each answer has a sound of its own: known with the back to the screen. Browsers allow it after the first key.

/** Notes as [Hz, start in s, length in s]; the wave makes them as different as the tune does. */
const sounds = {
  ship: { wave: 'sine', notes: [[880, 0, 0.09], [1320, 0.09, 0.16]] },
  step: { wave: 'sine', notes: [[1050, 0, 0.07]] },
  hold: { wave: 'triangle', notes: [[587, 0, 0.2], [440, 0.22, 0.2], [330, 0.44, 0.3]] },
  stopped: { wave: 'square', notes: [[932, 0, 0.16], [466, 0.18, 0.16], [932, 0.36, 0.16], [466, 0.54, 0.3]] },
  twice: { wave: 'triangle', notes: [[660, 0, 0.1], [660, 0.16, 0.1]] },
  ask: { wave: 'triangle', notes: [[520, 0, 0.1], [780, 0.12, 0.2]] },
  unknown: { wave: 'sawtooth', notes: [[150, 0, 0.5]] },
} // prettier-ignore

const LOUD = { sine: 0.5, triangle: 0.6, square: 0.25, sawtooth: 0.35 }
const KEPT = 'zaowan-bench-muted'
const button = document.getElementById('mute')
let audio

const isMuted = () => localStorage.getItem(KEPT) === 'yes'
const showMuted = () => button.setAttribute('aria-pressed', String(isMuted()))

function play({ wave, notes }) {
  const start = audio.currentTime + 0.01
  for (const [hertz, at, length] of notes) {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()]
    tone.type = wave
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(LOUD[wave], start + at)
    volume.gain.exponentialRampToValueAtTime(0.001, start + at + length)
    tone.connect(volume).connect(audio.destination)
    tone.start(start + at)
    tone.stop(start + at + length)
  }
}

addEventListener('keydown', () => (audio ??= new AudioContext()).resume(), true)
button.addEventListener('click', () => {
  localStorage.setItem(KEPT, isMuted() ? 'no' : 'yes')
  showMuted()
})
document.addEventListener('bench:answer', ({ detail }) => {
  if (audio && sounds[detail] && !isMuted()) play(sounds[detail])
})
showMuted()
