#include "core/words/words.hpp"

#include <array>

namespace relais::words {
namespace {

struct Row {
  ErrorCode code;
  std::string_view french;
};

constexpr auto count = static_cast<std::size_t>(ErrorCode::count_);

constexpr std::array<Row, count> rows{{
    {ErrorCode::cancelled, "Le travail a été annulé."},
    {ErrorCode::duplicate_id, "L'identifiant « {id} » figure deux fois."},
    {ErrorCode::duplicate_member, "Le membre « {member} » figure deux fois."},
    {ErrorCode::empty_input, "L'entrée est vide."},
    {ErrorCode::input_too_large, "L'entrée compte {size} octets ; la limite est {limit}."},
    {ErrorCode::internal, "Relais a échoué ; la faute est à Relais, non à l'entrée."},
    {ErrorCode::invalid_base64, "Le texte n'est pas en base64."},
    {ErrorCode::invalid_calendar, "Ce n'est pas un objet iCalendar."},
    {ErrorCode::invalid_csv, "Ce n'est pas un texte à valeurs séparées par des virgules."},
    {ErrorCode::invalid_json, "Ce n'est pas du JSON."},
    {ErrorCode::invalid_message, "Ce n'est pas un message électronique."},
    {ErrorCode::invalid_utf8, "Le texte n'est pas en UTF-8."},
    {ErrorCode::invalid_value, "La valeur « {value} » ne convient pas ici."},
    {ErrorCode::missing_member, "Le membre « {member} » manque."},
    {ErrorCode::out_of_range, "La valeur {value} est hors limites."},
    {ErrorCode::too_deep, "Les valeurs sont imbriquées sur plus de {limit} niveaux."},
    {ErrorCode::too_many, "Il y a plus de {limit} {what:word|thing}."},
    {ErrorCode::unknown_member, "Le membre « {member} » n'est pas connu ici."},
    {ErrorCode::unknown_operation, "Il n'y a pas d'opération « {operation} »."},
    {ErrorCode::unknown_reference, "Rien ne porte l'identifiant « {id} »."},
    {ErrorCode::unknown_zone, "Le fuseau horaire « {zone} » n'est pas connu."},
    {ErrorCode::unreadable_file, "Le fichier « {file} » ne peut pas être lu."},
    {ErrorCode::unsupported, "« {value} » est valable, mais Relais ne le prend pas en charge."},
    {ErrorCode::wrong_type, "Une valeur d'un autre type se trouve ici."},
}};

std::array<Phrase, count> with_english() {
  std::array<Phrase, count> out{};
  for (std::size_t i = 0; i < count; ++i) out[i] = {name(rows[i].code), sentence(rows[i].code), rows[i].french};
  return out;
}

}  // namespace

std::span<const Phrase> error_phrases() {
  static const std::array<Phrase, count> table = with_english();
  return table;
}

}  // namespace relais::words
