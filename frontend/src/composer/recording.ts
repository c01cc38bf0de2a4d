/** A recording of the microphone. */

/** What the server's transcription takes, best first. */
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

/** Clear speech at a size that a request body takes for a quarter of an hour. */
const BITS_PER_SECOND = 48_000;

/** The type that this browser records, or `null` when it records none. */
export function recordingType(): string | null {
  if (typeof MediaRecorder === "undefined" || !("mediaDevices" in navigator)) return null;
  return TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? null;
}

export class Recording {
  private readonly recorder: MediaRecorder;
  private readonly pieces: Blob[] = [];
  private readonly sound = new AudioContext();
  private readonly analyser = this.sound.createAnalyser();
  private readonly samples: Uint8Array<ArrayBuffer>;

  private constructor(
    private readonly stream: MediaStream,
    private readonly type: string,
  ) {
    this.recorder = new MediaRecorder(stream, {
      mimeType: type,
      audioBitsPerSecond: BITS_PER_SECOND,
    });
    this.recorder.addEventListener("dataavailable", ({ data }) => this.pieces.push(data));
    this.analyser.fftSize = 512;
    this.samples = new Uint8Array(this.analyser.fftSize);
    this.sound.createMediaStreamSource(stream).connect(this.analyser);
    this.recorder.start();
  }

  /**
   * Asks for the microphone and begins.
   *
   * @throws DOMException when the visitor, the page's policy or the device says no.
   */
  static async begin(): Promise<Recording> {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true },
    });
    try {
      return new Recording(stream, recordingType() ?? "");
    } catch (error) {
      stream.getTracks().forEach((track) => track.stop());
      throw error;
    }
  }

  /** How loud it is right now, from 0 to 1. */
  level(): number {
    this.analyser.getByteTimeDomainData(this.samples);
    const power = this.samples.reduce((sum, sample) => sum + ((sample - 128) / 128) ** 2, 0);
    return Math.min(1, Math.sqrt(power / this.samples.length) * 4);
  }

  /** Ends it; the whole of it, and its type. */
  async stop(): Promise<Blob> {
    const stopped = new Promise((resolve) => this.recorder.addEventListener("stop", resolve));
    if (this.recorder.state === "inactive") return this.release();
    this.recorder.stop();
    await stopped;
    return this.release();
  }

  cancel(): void {
    if (this.recorder.state !== "inactive") this.recorder.stop();
    this.release();
  }

  /** Called when the microphone goes away, by a pulled plug for instance. */
  onEnded(callback: () => void): void {
    this.stream.getTracks().forEach((track) => track.addEventListener("ended", callback));
  }

  private release(): Blob {
    this.stream.getTracks().forEach((track) => track.stop());
    if (this.sound.state !== "closed") void this.sound.close();
    return new Blob(this.pieces, { type: this.recorder.mimeType || this.type });
  }
}

/** The bytes as base64, for JSON. */
export function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error ?? new Error("The recording could not be read."));
    reader.readAsDataURL(blob);
  });
}
