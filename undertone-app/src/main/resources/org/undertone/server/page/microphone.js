// The microphone as pieces of samples.

/** Opens it; take hears a Float32Array of samples and the loudest of them. Returns { rate, close }. */
export async function open(take) {
  if (!navigator.mediaDevices?.getUserMedia) {
    throw new Error("This browser gives pages the microphone only over HTTPS or from localhost.");
  }
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      // What the browser does to make calls pleasant changes the very things that are measured.
      audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
  } catch (failure) {
    throw new Error(
      failure.name === "NotAllowedError"
        ? "The microphone was not allowed. Allow it for this page in the browser's settings and try again."
        : failure.name === "NotFoundError" ? "There is no microphone." : `The microphone cannot be used: ${failure.message}`);
  }
  const context = new AudioContext();
  try {
    await context.audioWorklet.addModule("/capture-worklet.js");
  } catch (failure) {
    stream.getTracks().forEach((track) => track.stop());
    context.close();
    throw new Error(`The microphone cannot be used: ${failure.message}`);
  }
  const source = context.createMediaStreamSource(stream);
  const capture = new AudioWorkletNode(context, "capture", { numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit" });
  capture.port.onmessage = (event) => {
    let loudest = 0;
    for (const sample of event.data) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    take(event.data, loudest);
  };
  source.connect(capture);
  await context.resume();
  return {
    rate: context.sampleRate,
    close() {
      capture.port.onmessage = null;
      stream.getTracks().forEach((track) => track.stop());
      return context.close();
    },
  };
}

/** Samples as whole numbers of 16 bits. */
export function toS16(samples) {
  const whole = new Int16Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    whole[i] = Math.max(-32768, Math.min(32767, Math.round(samples[i] * 32768)));
  }
  return whole;
}

/** Pieces of samples as a WAV file of one channel and 16 bits. */
export function toWav(pieces, rate) {
  const samples = pieces.map(toS16);
  const bytes = 2 * samples.reduce((sum, piece) => sum + piece.length, 0);
  const header = new DataView(new ArrayBuffer(44));
  const text = (at, letters) => [...letters].forEach((letter, i) => header.setUint8(at + i, letter.charCodeAt(0)));
  text(0, "RIFF");
  header.setUint32(4, 36 + bytes, true);
  text(8, "WAVEfmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, rate, true);
  header.setUint32(28, 2 * rate, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  text(36, "data");
  header.setUint32(40, bytes, true);
  return new Blob([header, ...samples], { type: "audio/wav" });
}
