#include "core/words/words.hpp"

#include <array>

namespace relais::words {
namespace {

constexpr std::array<Phrase, 13> table{{
    {"holiday-new-year", "New Year’s Day", "jour de l’An"},
    {"holiday-good-friday", "Good Friday", "Vendredi saint"},
    {"holiday-easter-monday", "Easter Monday", "lundi de Pâques"},
    {"holiday-labour-day", "Labour Day", "fête du Travail"},
    {"holiday-victory-day", "Victory Day (8 May)", "Victoire 1945 (8 mai)"},
    {"holiday-ascension", "Ascension Day", "jeudi de l’Ascension"},
    {"holiday-whit-monday", "Whit Monday", "lundi de Pentecôte"},
    {"holiday-national-day", "French National Day (14 July)", "fête nationale (14 juillet)"},
    {"holiday-assumption", "Assumption Day", "Assomption"},
    {"holiday-all-saints", "All Saints’ Day", "Toussaint"},
    {"holiday-armistice", "Armistice Day (11 November)", "Armistice 1918 (11 novembre)"},
    {"holiday-christmas", "Christmas Day", "Noël"},
    {"holiday-saint-stephen", "Saint Stephen’s Day", "Saint-Étienne"},
}};

}  // namespace

std::span<const Phrase> holiday_phrases() { return table; }

}  // namespace relais::words
