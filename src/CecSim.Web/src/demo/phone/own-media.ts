import { phoneTexts } from './phone-texts'
import { languageOf } from '../../messages/language'

/** Takes microphone and, if wanted and there, the camera. @throws an Error in words */
export async function takeMedia(withCamera: boolean): Promise<MediaStream> {
  const texts = phoneTexts[languageOf(document.documentElement.lang)]
  // Browsers keep it from pages that came over the network without HTTPS.
  if (!navigator.mediaDevices as boolean) {
    throw new Error(texts.notSecure)
  }
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true, video: withCamera })
  } catch (error) {
    const name = error instanceof DOMException ? error.name : String(error)
    throw new Error(texts.noMicrophone.replace('{}', name))
  }
}
