import type { Product } from '../../model/product.js';
import { id, instant, money, text, withName } from './scalars.js';
import { object, optional, type Shape } from './shape.js';

/** `Product` of section 4. */
export const product: Shape<Product> = withName(
  object({ id, name: optional(text), price: optional(money), imageUrl: optional(text), url: optional(text), purchasedAt: optional(instant) }),
  (value) => value.id,
);
