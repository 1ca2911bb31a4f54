// Runs on the browser's audio thread: hands on the microphone's samples in pieces of about a tenth of a second.
class Capture extends AudioWorkletProcessor {
  constructor() {
    super();
    this.piece = new Float32Array(Math.ceil(sampleRate / 1280) * 128);
    this.filled = 0;
  }

  process(inputs) {
    const channel = inputs[0][0];
    if (channel) {
      this.piece.set(channel, this.filled);
      this.filled += channel.length;
      if (this.filled >= this.piece.length) {
        this.port.postMessage(this.piece);
        this.piece = new Float32Array(this.piece.length);
        this.filled = 0;
      }
    }
    return true;
  }
}
registerProcessor("capture", Capture);
