using System.Globalization;
using Microsoft.FSharp.Core;

namespace CecSim.Simulation.Tests;

/// <summary>How often a property is tried.</summary>
internal static class PropertyRuns
{
    // A mutation run tries each property once for every change of the product: there it is a few cases, the same
    // each time, so that what a change survived it survives tomorrow.
    private static readonly int? CasesMax =
        Environment.GetEnvironmentVariable("CECSIM_PROPERTY_CASES") is { Length: > 0 } cases
            ? int.Parse(cases, CultureInfo.InvariantCulture)
            : null;

    public static Config Of(int cases)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Math.Min(cases, CasesMax ?? cases));
        return CasesMax is null ? config : config.WithReplay(new Replay(new Rnd(1, 1), FSharpOption<int>.None));
    }
}
