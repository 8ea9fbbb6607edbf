/// Many sectors with input-output links, tariffs and their revenue: Caliendo and Parro (2015) in exact hat algebra.
///
/// In economy n, sector j makes its good from labour (share gamma_jn of cost) and from the composite goods k of all
/// sectors (shares gamma_kjn); each composite good is bought where it is cheapest, with trade elasticity theta_j;
/// households spend shares alpha_jn of an income of wages, tariff revenue and the trade deficit. Tariffs are ad valorem
/// on the value at the border; iceberg costs melt. The equations are in docs/methods/equilibrium.md.
///
/// Arrays are flat, in the order of the indices of their comment, the last one fastest:
/// `[sector][importer][exporter]` of J sectors and N economies has sector j, importer n, exporter i at (j*N + n)*N + i.
/// A change is a factor: 1 is no change.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "tradewind/equilibrium/solver_report.hpp"

namespace tradewind::equilibrium {

/// The world as it is, in values of one currency.
struct MultiSectorWorld {
  std::size_t economies = 0, sectors = 0;
  std::vector<double> trade;         ///< [sector][importer][exporter], net of tariffs, domestic sales included
  std::vector<double> tariff;        ///< [sector][importer][exporter], as a fraction of the net value
  std::vector<double> intermediate;  ///< [economy][sector that uses][sector used], use of intermediate goods
  std::vector<double> value_added;   ///< [economy][sector]
  std::vector<double> final_use;     ///< [economy][sector]; its shares are the households'
  std::vector<double> deficit;       ///< [economy], imports less exports net of tariffs; empty: from `trade`
  std::vector<double> elasticity;    ///< [sector], theta_j > 0
  std::vector<std::string> economy_names, sector_names;  ///< for messages; may be empty: counted from 1
};

/// What a government and the sea decide.
struct TradePolicy {
  std::vector<double> tariff;   ///< [sector][importer][exporter]; empty: the world's own
  std::vector<double> iceberg;  ///< [sector][importer][exporter], the factor on the world's own d; empty: 1
};

enum class Deficits {
  kept,     ///< each economy's deficit keeps its share of world value added
  removed,  ///< none, in baseline and counterfactual
};

/// One solved world. Its unit: the value added of the world is that of the world as it is.
struct MultiSectorEquilibrium {
  std::vector<double> wage;         ///< [economy], factor of change against the world as it is
  std::vector<double> price_index;  ///< [economy], of consumption, likewise
  std::vector<double> cost;         ///< [sector][economy], of the input bundle, likewise
  std::vector<double> price;        ///< [sector][economy], of the composite good, likewise
  std::vector<double> income;       ///< [economy], wages, tariff revenue and deficit, a level
  std::vector<double> expenditure;  ///< [sector][economy], a level, tariffs included
  std::vector<double> trade;        ///< [sector][importer][exporter], a level, net of tariffs
  std::vector<double> output;       ///< [sector][economy], a level
};

/// The counterfactual against the baseline. Factors of change by economy; welfare and its parts are percent of baseline
/// income, as in Caliendo and Parro's table 2.
struct MultiSectorCounterfactual {
  MultiSectorEquilibrium baseline, counterfactual;

  std::vector<double> wage;            ///< [economy]
  std::vector<double> price_index;     ///< [economy]
  std::vector<double> real_wage;       ///< [economy]
  std::vector<double> real_income;     ///< [economy], income over the price index: welfare without approximation
  std::vector<double> exports;         ///< [economy], international, net of tariffs
  std::vector<double> imports;         ///< [economy], likewise
  std::vector<double> output;          ///< [sector][economy]; 1 where there was none
  std::vector<double> sector_exports;  ///< [sector][economy], international; 1 where there were none

  /// To first order (their eq. 15): welfare = terms of trade + volume of trade + efficiency, in percent. Published
  /// tables tell this one. It values new imports at the tariffs of the baseline: where trade grows much it lies above
  /// `real_income`, which has no such error. Efficiency follows imports along the change of their iceberg cost, so that
  /// it is finite where trade ends.
  std::vector<double> welfare;           ///< [economy]
  std::vector<double> terms_of_trade;    ///< [economy]
  std::vector<double> volume_of_trade;   ///< [economy]
  std::vector<double> trade_efficiency;  ///< [economy], what lower iceberg costs no longer melt; 0 when they stay
  /// The same by sector and partner: [sector][economy][partner].
  std::vector<double> terms_of_trade_by_partner, volume_of_trade_by_partner, trade_efficiency_by_partner;

  SolverReport solver;  ///< over both equilibria
};

/// `baseline` is solved too: with the world's own tariffs and kept deficits it is the world itself, if that is in
/// equilibrium.
/// InputError: a size that does not fit, a negative or non-finite value, a tariff below -100 %, an iceberg factor of 0
/// or less, an elasticity of 0 or less, an economy without value added or without final use, a sector that sells what
/// it has no cost for, deficits that do not add up to nothing in the world (to 1e-6 of world trade). Does not throw
/// when there is no convergence: see SolverReport.
MultiSectorCounterfactual counterfactual(const MultiSectorWorld& world, const TradePolicy& baseline,
                                         const TradePolicy& counterfactual, Deficits deficits);

}  // namespace tradewind::equilibrium
