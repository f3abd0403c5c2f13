import { AppError } from '@parley/core/errors/app-error.ts'

/** A content type without its parameters, in lower case; empty when there is none. */
export function contentTypeOf(header: string | undefined): { mediaType: string; isUtf8Declared: boolean } {
  const [mediaType = '', ...parameters] = (header ?? '').toLowerCase().split(';')
  const charset = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '')
  return {
    mediaType: mediaType.trim(),
    isUtf8Declared: charset === undefined || charset === 'utf-8' || charset === 'utf8' || charset === 'us-ascii',
  }
}

export function unsupportedMediaType(header: string | undefined): AppError {
  const named =
    header === undefined || header === '' ? 'There is no content type' : `"${header.slice(0, 100)}" is not taken here`
  return new AppError(
    'unsupported_media_type',
    415,
    `${named}. Events are sent, in UTF-8, as application/cloudevents+json, application/cloudevents-batch+json, application/json (one or a list), application/x-ndjson, or in binary mode (ce-* headers and the data as application/json).`,
  )
}
