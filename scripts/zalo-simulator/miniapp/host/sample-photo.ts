/** A picture for a phone that nobody holds: no two are alike, so that nothing takes one for a repetition. */
export async function samplePhoto(): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = 960;
  canvas.height = 720;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures');
  context.fillStyle = '#77736c';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (let spot = 0; spot < 60; spot += 1) {
    context.fillStyle = `hsl(${Math.random() * 360} 12% ${20 + Math.random() * 60}%)`;
    context.fillRect(Math.random() * 900, Math.random() * 680, 30 + Math.random() * 160, 20 + Math.random() * 90);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture was not made'))), 'image/jpeg', 0.85);
  });
}
