import { z } from 'zod'

/** The ways in which people write, call or are written to. */
export const channels = [
  'web',
  'whatsapp',
  'telegram',
  'viber',
  'facebook',
  'instagram',
  'alice',
  'yandex',
  'vkontakte',
  'skype',
  'slack',
  'wechat',
  'snapchat',
  'line',
  'sms',
  'email',
  'push',
  'voice',
  'video',
  'api',
] as const

export const channel = z.enum(channels)
