#include "core/words/words.hpp"

#include <array>

namespace relais::words {
namespace {

constexpr std::array table{
    Phrase{"holiday-new-year", "New Year’s Day", "jour de l’An"},
    Phrase{"holiday-good-friday", "Good Friday", "Vendredi saint"},
    Phrase{"holiday-easter-monday", "Easter Monday", "lundi de Pâques"},
    Phrase{"holiday-labour-day", "Labour Day", "fête du Travail"},
    Phrase{"holiday-victory-day", "Victory Day (8 May)", "Victoire 1945 (8 mai)"},
    Phrase{"holiday-ascension", "Ascension Day", "jeudi de l’Ascension"},
    Phrase{"holiday-whit-monday", "Whit Monday", "lundi de Pentecôte"},
    Phrase{"holiday-national-day", "French National Day (14 July)", "fête nationale (14 juillet)"},
    Phrase{"holiday-assumption", "Assumption Day", "Assomption"},
    Phrase{"holiday-all-saints", "All Saints’ Day", "Toussaint"},
    Phrase{"holiday-armistice", "Armistice Day (11 November)", "Armistice 1918 (11 novembre)"},
    Phrase{"holiday-christmas", "Christmas Day", "Noël"},
    Phrase{"holiday-saint-stephen", "Saint Stephen’s Day", "Saint-Étienne"},
    Phrase{"holiday-abolition", "Abolition of Slavery", "abolition de l’esclavage"},
    Phrase{"holiday-belgian-national-day", "Belgian National Day (21 July)", "fête nationale belge (21 juillet)"},
    Phrase{"holiday-luxembourg-national-day", "Luxembourg National Day (23 June)",
           "fête nationale du Luxembourg (23 juin)"},
    Phrase{"holiday-europe-day", "Europe Day (9 May)", "Journée de l’Europe (9 mai)"},
    Phrase{"holiday-second-january", "2 January", "2 janvier"},
    Phrase{"holiday-saint-patrick", "Saint Patrick’s Day", "Saint-Patrick"},
    Phrase{"holiday-early-may", "Early May bank holiday", "jour férié de début mai"},
    Phrase{"holiday-spring-bank-holiday", "Spring bank holiday", "jour férié de printemps"},
    Phrase{"holiday-battle-of-the-boyne", "Battle of the Boyne (12 July)", "bataille de la Boyne (12 juillet)"},
    Phrase{"holiday-summer-bank-holiday", "Summer bank holiday", "jour férié d’été"},
    Phrase{"holiday-saint-andrew", "Saint Andrew’s Day", "Saint-André"},
    Phrase{"holiday-boxing-day", "Boxing Day", "lendemain de Noël"},
    Phrase{"holiday-proclaimed", "bank holiday by royal proclamation", "jour férié par proclamation royale"},
    Phrase{"holiday-martin-luther-king", "Birthday of Martin Luther King, Jr.", "anniversaire de Martin Luther King"},
    Phrase{"holiday-washington", "Washington’s Birthday", "anniversaire de Washington"},
    Phrase{"holiday-memorial-day", "Memorial Day", "Memorial Day (jour du Souvenir)"},
    Phrase{"holiday-juneteenth", "Juneteenth", "Juneteenth (fin de l’esclavage)"},
    Phrase{"holiday-independence-day", "Independence Day (4 July)", "fête de l’Indépendance (4 juillet)"},
    Phrase{"holiday-united-states-labor-day", "Labor Day", "fête du Travail (États-Unis)"},
    Phrase{"holiday-columbus-day", "Columbus Day", "Columbus Day (jour de Christophe Colomb)"},
    Phrase{"holiday-veterans-day", "Veterans Day (11 November)", "jour des Anciens combattants (11 novembre)"},
    Phrase{"holiday-thanksgiving", "Thanksgiving Day", "Thanksgiving (action de grâce)"},
};

}  // namespace

std::span<const Phrase> holiday_phrases() { return table; }

}  // namespace relais::words
