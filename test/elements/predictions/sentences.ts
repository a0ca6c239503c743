import type { ShareExtent } from '../../../src/model/prediction.js';

type Standings = Readonly<Record<ShareExtent, string>>;

/** What predictions say in one language; `{p}` stands for the share below, `{q}` for the rest, other figures in braces for a number. */
export interface Sentences {
  readonly clv: Standings;
  readonly likelihood: Standings;
  readonly discount: Standings;
  readonly bands: readonly [low: string, medium: string, high: string];
  readonly within: string;
  readonly insufficient: string;
  readonly clamped: string;
  readonly old: string;
}

/** Every sentence, written out once more so that a change of any is seen by somebody who reads the language. */
export const SENTENCES: Readonly<Record<string, Sentences>> = {
  en: {
    clv: {
      none: 'Not higher than any other customer.',
      few: 'Higher than only {p} of all customers.',
      half: 'Higher than half of all customers.',
      most: 'Higher than {p} of all customers.',
      all: 'Higher than all other customers.',
    },
    likelihood: {
      none: 'No customer is less likely.',
      few: 'Only {p} of customers are less likely.',
      half: 'Half of all customers are less likely.',
      most: '{p} of customers are less likely.',
      all: 'All other customers are less likely.',
    },
    discount: {
      none: 'No customer likes discounts more.',
      few: 'Only {p} of customers like discounts more; {q} prefer full price more.',
      half: 'Half of all customers like discounts more, half prefer full price more.',
      most: 'More than half of customers, {p}, like discounts more; {q} prefer full price more.',
      all: 'All other customers like discounts more.',
    },
    bands: ['Low', 'Medium', 'High'],
    within: 'Likely within 14 days',
    insufficient: 'Not enough data',
    clamped: 'Out of range in the answer; shown at the limit',
    old: 'Model is 60 days old',
  },
  de: {
    clv: {
      none: 'Nicht höher als bei irgendeinem anderen Kunden.',
      few: 'Höher als bei nur {p} aller Kunden.',
      half: 'Höher als bei der Hälfte aller Kunden.',
      most: 'Höher als bei {p} aller Kunden.',
      all: 'Höher als bei allen anderen Kunden.',
    },
    likelihood: {
      none: 'Bei keinem Kunden ist es weniger wahrscheinlich.',
      few: 'Nur bei {p} der Kunden ist es weniger wahrscheinlich.',
      half: 'Bei der Hälfte aller Kunden ist es weniger wahrscheinlich.',
      most: 'Bei {p} der Kunden ist es weniger wahrscheinlich.',
      all: 'Bei allen anderen Kunden ist es weniger wahrscheinlich.',
    },
    discount: {
      none: 'Kein Kunde mag Rabatte noch lieber.',
      few: 'Nur {p} der Kunden mögen Rabatte noch lieber; {q} neigen mehr zum vollen Preis.',
      half: 'Die Hälfte aller Kunden mag Rabatte noch lieber, die andere Hälfte neigt mehr zum vollen Preis.',
      most: 'Mehr als die Hälfte der Kunden, {p}, mag Rabatte noch lieber; {q} neigen mehr zum vollen Preis.',
      all: 'Alle anderen Kunden mögen Rabatte noch lieber.',
    },
    bands: ['Niedrig', 'Mittel', 'Hoch'],
    within: 'Wahrscheinlich innerhalb von 14 Tagen',
    insufficient: 'Zu wenig Daten',
    clamped: 'Die Antwort lag außerhalb des Bereichs; gezeigt wird die Grenze',
    old: 'Das Modell ist 60 Tage alt',
  },
  es: {
    clv: {
      none: 'No es mayor que el de ningún otro cliente.',
      few: 'Mayor que el de solo el {p} de los clientes.',
      half: 'Mayor que el de la mitad de los clientes.',
      most: 'Mayor que el del {p} de los clientes.',
      all: 'Mayor que el de todos los demás clientes.',
    },
    likelihood: {
      none: 'Ningún cliente tiene una probabilidad menor.',
      few: 'Solo el {p} de los clientes tiene una probabilidad menor.',
      half: 'La mitad de los clientes tiene una probabilidad menor.',
      most: 'El {p} de los clientes tiene una probabilidad menor.',
      all: 'Todos los demás clientes tienen una probabilidad menor.',
    },
    discount: {
      none: 'A ningún cliente le gustan más los descuentos.',
      few: 'Solo al {p} de los clientes le gustan más los descuentos; el {q} se inclina más por el precio completo.',
      half: 'A la mitad de los clientes les gustan más los descuentos; la otra mitad se inclina más por el precio completo.',
      most: 'A más de la mitad de los clientes, el {p}, le gustan más los descuentos; el {q} se inclina más por el precio completo.',
      all: 'A todos los demás clientes les gustan más los descuentos.',
    },
    bands: ['Bajo', 'Medio', 'Alto'],
    within: 'Probable en los próximos 14 días',
    insufficient: 'Datos insuficientes',
    clamped: 'La respuesta estaba fuera de rango; se muestra el límite',
    old: 'El modelo tiene 60 días',
  },
  fr: {
    clv: {
      none: 'Pas plus élevée que celle d’aucun autre client.',
      few: 'Plus élevée que celle de seulement {p} des clients.',
      half: 'Plus élevée que celle de la moitié des clients.',
      most: 'Plus élevée que celle de {p} des clients.',
      all: 'Plus élevée que celle de tous les autres clients.',
    },
    likelihood: {
      none: 'Aucun client n’a une probabilité plus faible.',
      few: 'Seulement {p} des clients ont une probabilité plus faible.',
      half: 'La moitié des clients a une probabilité plus faible.',
      most: '{p} des clients ont une probabilité plus faible.',
      all: 'Tous les autres clients ont une probabilité plus faible.',
    },
    discount: {
      none: 'Aucun client n’aime davantage les remises.',
      few: 'Seulement {p} des clients aiment davantage les remises ; {q} penchent plus vers le plein tarif.',
      half: 'La moitié des clients aime davantage les remises, l’autre penche plus vers le plein tarif.',
      most: 'Plus de la moitié des clients, {p}, aiment davantage les remises ; {q} penchent plus vers le plein tarif.',
      all: 'Tous les autres clients aiment davantage les remises.',
    },
    bands: ['Faible', 'Moyen', 'Élevé'],
    within: 'Probable d’ici 14 jours',
    insufficient: 'Données insuffisantes',
    clamped: 'La réponse était hors limites ; la limite est affichée',
    old: 'Le modèle a 60 jours',
  },
  pt: {
    clv: {
      none: 'Não é maior do que o de nenhum outro cliente.',
      few: 'Maior do que o de apenas {p} dos clientes.',
      half: 'Maior do que o de metade dos clientes.',
      most: 'Maior do que o de {p} dos clientes.',
      all: 'Maior do que o de todos os outros clientes.',
    },
    likelihood: {
      none: 'Nenhum cliente tem uma probabilidade menor.',
      few: 'Apenas {p} dos clientes têm uma probabilidade menor.',
      half: 'Metade dos clientes tem uma probabilidade menor.',
      most: '{p} dos clientes têm uma probabilidade menor.',
      all: 'Todos os outros clientes têm uma probabilidade menor.',
    },
    discount: {
      none: 'Nenhum cliente gosta mais de descontos.',
      few: 'Apenas {p} dos clientes gostam mais de descontos; {q} inclinam-se mais para o preço sem desconto.',
      half: 'Metade dos clientes gosta mais de descontos, a outra metade inclina-se mais para o preço sem desconto.',
      most: 'Mais de metade dos clientes, {p}, gostam mais de descontos; {q} inclinam-se mais para o preço sem desconto.',
      all: 'Todos os outros clientes gostam mais de descontos.',
    },
    bands: ['Baixo', 'Médio', 'Alto'],
    within: 'Provável nos próximos 14 dias',
    insufficient: 'Dados insuficientes',
    clamped: 'A resposta estava fora dos limites; mostra-se o limite',
    old: 'O modelo tem 60 dias',
  },
  he: {
    clv: {
      none: 'לא גבוה משל אף לקוח אחר.',
      few: 'גבוה משל {p} בלבד מהלקוחות.',
      half: 'גבוה משל מחצית הלקוחות.',
      most: 'גבוה משל {p} מהלקוחות.',
      all: 'גבוה משל כל הלקוחות האחרים.',
    },
    likelihood: {
      none: 'אין לקוח שאצלו הסבירות נמוכה יותר.',
      few: 'רק אצל {p} מהלקוחות הסבירות נמוכה יותר.',
      half: 'אצל מחצית הלקוחות הסבירות נמוכה יותר.',
      most: 'אצל {p} מהלקוחות הסבירות נמוכה יותר.',
      all: 'אצל כל הלקוחות האחרים הסבירות נמוכה יותר.',
    },
    discount: {
      none: 'אין לקוח שאוהב הנחות יותר.',
      few: 'רק {p} מהלקוחות אוהבים הנחות יותר; {q} נוטים יותר למחיר מלא.',
      half: 'מחצית הלקוחות אוהבים הנחות יותר, מחצית נוטים יותר למחיר מלא.',
      most: 'יותר ממחצית הלקוחות, {p}, אוהבים הנחות יותר; {q} נוטים יותר למחיר מלא.',
      all: 'כל הלקוחות האחרים אוהבים הנחות יותר.',
    },
    bands: ['נמוך', 'בינוני', 'גבוה'],
    within: 'סביר בתוך 14 ימים',
    insufficient: 'אין די נתונים',
    clamped: 'התשובה חרגה מהתחום; מוצג הגבול',
    old: 'המודל בן 60 יום',
  },
  ar: {
    clv: {
      none: 'ليست أعلى من قيمة أي عميل آخر.',
      few: 'أعلى من قيمة {p} فقط من العملاء.',
      half: 'أعلى من قيمة نصف العملاء.',
      most: 'أعلى من قيمة {p} من العملاء.',
      all: 'أعلى من قيمة جميع العملاء الآخرين.',
    },
    likelihood: {
      none: 'لا يوجد عميل احتماله أقل.',
      few: '{p} فقط من العملاء احتمالهم أقل.',
      half: 'نصف العملاء احتمالهم أقل.',
      most: '{p} من العملاء احتمالهم أقل.',
      all: 'جميع العملاء الآخرين احتمالهم أقل.',
    },
    discount: {
      none: 'لا يوجد عميل يفضّل الخصومات أكثر.',
      few: '{p} فقط من العملاء يفضّلون الخصومات أكثر؛ و{q} يميلون أكثر إلى السعر الكامل.',
      half: 'نصف العملاء يفضّلون الخصومات أكثر، والنصف الآخر يميلون أكثر إلى السعر الكامل.',
      most: 'أكثر من نصف العملاء، {p}، يفضّلون الخصومات أكثر؛ و{q} يميلون أكثر إلى السعر الكامل.',
      all: 'جميع العملاء الآخرين يفضّلون الخصومات أكثر.',
    },
    bands: ['منخفض', 'متوسط', 'مرتفع'],
    within: 'مرجّح خلال {14} يومًا',
    insufficient: 'بيانات غير كافية',
    clamped: 'كان الرد خارج النطاق؛ يُعرض الحد',
    old: 'عمر النموذج {60} يومًا',
  },
  ja: {
    clv: {
      none: 'これより低い顧客はいません。',
      few: '全顧客のわずか{p}より高いです。',
      half: '全顧客の半数より高いです。',
      most: '全顧客の{p}より高いです。',
      all: '他のすべての顧客より高いです。',
    },
    likelihood: {
      none: 'これより可能性の低い顧客はいません。',
      few: '可能性がより低いのは顧客の{p}だけです。',
      half: '顧客の半数は可能性がより低いです。',
      most: '顧客の{p}は可能性がより低いです。',
      all: '他のすべての顧客は可能性がより低いです。',
    },
    discount: {
      none: 'これより割引を好む顧客はいません。',
      few: 'より割引を好むのは顧客の{p}だけで、{q}はより定価を好みます。',
      half: '顧客の半数がより割引を好み、半数がより定価を好みます。',
      most: '顧客の半数を超える{p}がより割引を好み、{q}がより定価を好みます。',
      all: '他のすべての顧客がより割引を好みます。',
    },
    bands: ['低', '中', '高'],
    within: '14日以内の可能性',
    insufficient: 'データ不足',
    clamped: '応答が範囲外のため、限界値を表示しています',
    old: 'モデルは60日前のものです',
  },
};
