import { ageFigures, aggregates, extremeMoments, severalFigures } from './aggregates.ts';
import { bands } from './bands.ts';
import { bothParents } from './both-parents.ts';
import { calendarGroups } from './calendar.ts';
import { averageChildren, childCounts, childFigures, lastChildren, manyChildren, topParentRows, topParents } from './children.ts';
import { bestOfEach, figuresAcross, havingFigure, topAverages } from './child-figures.ts';
import { capacity } from './capacity.ts';
import { chainCounts, chainFigures, chainGroups, topChains } from './chains.ts';
import { moreOrNot, namedExists, nthRows, sameAsNamed, thanNamed, twoCounts, twoFigures, withAndWithout } from './compared.ts';
import { counts, existence } from './counts.ts';
import { duplicates, namesakes } from './duplicates.ts';
import { distinctValues, groupCounts, groupFigures, largeGroups, pairCounts, topGroups } from './groups.ts';
import { distinctPartners } from './distinct-partners.ts';
import { durations, lateness } from './durations.ts';
import { eventPartners } from './event-partners.ts';
import { farCounts, farMany } from './far-counts.ts';
import { countsWithFigures, groupTops, twoTables } from './group-tops.ts';
import { fewChildren } from './few-children.ts';
import { groupsAcross } from './groups-across.ts';
import { lengths } from './lengths.ts';
import { linePartners } from './line-partners.ts';
import { lineTotals } from './line-totals.ts';
import { linkCounts, linked } from './links.ts';
import { columnLists, details, lists, sortedLists } from './lists.ts';
import { ageLookups, lookups, recordLookups, reverseLookups } from './lookups.ts';
import { moreThanAverage } from './more-than-average.ts';
import { namedStates } from './named-states.ts';
import { ofNamed } from './of-named.ts';
import { parentPercentages } from './parent-percentages.ts';
import { groupPercentages, groupShares, percentages } from './percentages.ts';
import { childLookups, grandparents, joins, parentLookups, parentsCounted } from './relations.ts';
import { commonGroups, commonPeople, commonValues } from './set-operations.ts';
import { settled } from './settled.ts';
import type { Shape } from './shape.ts';
import { aboveAverage, ranks, superlatives, topRows } from './superlatives.ts';
import { superiors } from './superiors.ts';
import { againstOverall, extremeWithOwner, topFigures } from './top-figures.ts';
import { twoPeriods } from './two-periods.ts';
import { changes, runningTotals, timeSeries } from './time-series.ts';

/** Every shape of SQL that the grammar writes. */
export const allShapes: readonly Shape[] = [
  counts, existence, lists, details, columnLists, sortedLists, lookups, ageLookups, recordLookups, reverseLookups, aggregates, severalFigures, ageFigures, extremeMoments,
  groupCounts, pairCounts, groupFigures, largeGroups, topGroups, distinctValues, superlatives, topRows, aboveAverage, ranks, percentages, groupPercentages, groupShares,
  timeSeries, runningTotals, changes, duplicates, namesakes, childLookups, parentLookups, joins, parentsCounted, grandparents, childCounts, manyChildren, topParents, childFigures,
  averageChildren, lastChildren, groupsAcross, linked, linkCounts, chainCounts, topChains, chainFigures, chainGroups, topParentRows,
  eventPartners, sameAsNamed, twoCounts, moreOrNot, twoFigures, withAndWithout, namedExists, thanNamed, nthRows, calendarGroups, durations, bands, moreThanAverage,
  commonValues, commonGroups, commonPeople, ofNamed, namedStates, bothParents,
  figuresAcross, havingFigure, topAverages, bestOfEach, groupTops, countsWithFigures, twoTables, lineTotals, linePartners, superiors,
  topFigures, againstOverall, extremeWithOwner, farCounts, farMany, fewChildren, capacity, settled, lateness, parentPercentages, lengths, twoPeriods, distinctPartners,
];
