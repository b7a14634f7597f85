#!/usr/bin/python3
"""Prints golden.csv: what pydicom 2.3.1 (Debian 12) reads from the scanner files in the folder of shared data.

elements   all elements, those of items included, without groups 0002 and 0010 (but sex and age) and without pixel data
header     CRC-32 of them in order: tag as 4 bytes (group, element, little endian), then the value as it stands in the file
b, te      dcmread(file).get((0x0018, 0x9087)), .get((0x0018, 0x0081)); empty where absent
pixels     CRC-32 of pixel_array as little-endian int32, cut to the stored bits and extended by sign where signed
"""
import os
import sys
import warnings
import zlib

import numpy as np
import pydicom
from pydicom.dataelem import RawDataElement

warnings.filterwarnings('ignore')


def text(value):
	"""The character set is the one value that pydicom has decoded already."""
	raw = (value if isinstance(value, str) else '\\'.join(value or [])).encode('ascii')
	return raw + b' ' * (len(raw) % 2)


def walk(dataset):
	for tag in sorted(dataset.keys()):
		if tag.group == 2 or tag.group == 0x7FE0 or tag.group > 0x7FE0 or tag.group == 0x10 and tag.elem not in (0x40, 0x1010):
			continue
		element = dataset.get_item(tag)
		if element.VR == 'SQ':
			yield tag, b''
			for item in dataset[tag].value:
				yield from walk(item)
		else:
			yield tag, (element.value or b'') if isinstance(element, RawDataElement) else text(element.value)


def summarise(path):
	d = pydicom.dcmread(path)
	crc, n = 0, 0
	for tag, value in walk(d):
		crc = zlib.crc32(value, zlib.crc32(tag.group.to_bytes(2, 'little') + tag.elem.to_bytes(2, 'little'), crc))
		n += 1
	d = pydicom.dcmread(path)
	pixels = d.pixel_array.astype(np.int64) >> (d.HighBit + 1 - d.BitsStored) & (1 << d.BitsStored) - 1
	if d.PixelRepresentation:
		pixels = np.where(pixels >> d.BitsStored - 1, pixels - (1 << d.BitsStored), pixels)
	number = lambda tag: '' if tag not in d or d[tag].value is None else repr(float(d[tag].value))
	return [str(n), '%08x' % crc, number((0x0018, 0x9087)), number((0x0018, 0x0081)),
		'%08x' % zlib.crc32(pixels.astype('<i4').tobytes())]


root = sys.argv[1]
print('file,elements,header,b,te,pixels')
for folder in ('dwi', 'fatwater'):
	for base, _, names in sorted(os.walk(os.path.join(root, folder))):
		for name in sorted(names):
			path = os.path.join(base, name)
			with open(path, 'rb') as f:
				if f.read(132)[128:] == b'DICM':
					print(','.join([os.path.relpath(path, root)] + summarise(path)))
