const longest = 1920;
const quality = 0.82;

/**
 * A copy of a photograph for the screens, upright, without what the device wrote into it; undefined when it would be no smaller or
 * this browser can't read it.
 */
export async function downscaled(file: Blob): Promise<Blob | undefined> {
  if (!file.type.startsWith('image/')) return undefined;
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longest / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const copy = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    return copy === null || copy.size >= file.size ? undefined : copy;
  } catch {
    return undefined;
  }
}
