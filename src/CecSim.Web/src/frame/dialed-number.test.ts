import { expect, it } from 'vitest'
import { readNumber } from './dialed-number'

it.each([
  ['+49 (30) 88-889 007', '+493088889007'],
  ['１３８－００１３－８０００', '13800138000'],
  ['＋８６ 10', '+8610'],
  ['*100#', '*100#'],
  [' 1.2/3 ', '123'],
  ['1–2', '12'],
])('reads %j as %j', (text, number) => expect(readNumber(text)).toBe(number))

it.each([
  '', ' ', 'Ann', '1380 ANN', '+', '#', '1+2', '++1', '一二三', '١٢٣', '1234567890123456789012345', '<b>1</b>',
])('takes %j for no number', (text) => expect(readNumber(text)).toBeNull())
