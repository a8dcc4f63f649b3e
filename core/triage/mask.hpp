#pragma once

#include "core/triage/request.hpp"

/// Personal data taken out of a request before it leaves the desk: `Mme Roux, 06 12 34 56 78, 14 rue des Lilas` becomes
/// `Mme [name], [phone], [address]`. The marks are the same in both languages. What is masked is what can be
/// recognised: e-mail addresses and links, telephone and card numbers, IBANs, amounts of money, the sender's names
/// wherever they stand, names behind a title, street addresses and postcodes. A name that neither the sender nor a
/// title gives away stays: a masked text is poorer in personal data, not free of it.
namespace relais::triage {

/// Subject and body masked; the sender's members, `to`, the ids of message and thread, attachments and unknown members
/// masked or left out.
Request masked(Request request);

/// A text masked; `from` gives the names to look for.
std::string masked_text(std::string_view text, const Sender& from);

}  // namespace relais::triage
