// What crosses as text or as a number, and is a type of Foundation's own on this side. Nothing is judged here:
// what cannot be is sent on in a form that the library refuses, with the field that holds it.

import Foundation

/// What a date crosses as when it is no day at all.
private let noDay = Int32.min

func amountText(_ amount: Foundation.Decimal) -> String {
    NSDecimalNumber(decimal: amount).stringValue
}

func decimalOf(_ text: String) -> Foundation.Decimal {
    // Decimal holds 38 digits, and no amount or ratio of the library has more.
    Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) ?? .nan
}

/// Days since 1970-01-01, by arithmetic on whole numbers: no calendar of the host's, and no time zone.
func civilDays(_ date: DateComponents) -> Int32 {
    guard let year = date.year, let month = date.month, let day = date.day,
        date.hour == nil, date.minute == nil, date.second == nil, date.nanosecond == nil, date.timeZone == nil,
        (-9999...9999).contains(year), (1...12).contains(month), (1...daysIn(month, of: year)).contains(day)
    else { return noDay }
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
}

func civilDate(_ days: Int32) -> DateComponents {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return .civil(year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
}

func momentText(_ moment: OffsetDate) -> String { moment.iso }

func momentOf(_ text: String) -> OffsetDate {
    // The library writes no other form than the one that is read here.
    OffsetDate(iso: text) ?? OffsetDate(Date(timeIntervalSince1970: 0), secondsFromGMT: 0)
}

private func daysIn(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}
