namespace CecSim.Fidelity;

/// <summary>What a reader may rely on, of each claim.</summary>
internal sealed class Standings(
    ILookup<string, ShowingTest> tests,
    IReadOnlyDictionary<string, Falsified> falsified)
{
    public ClaimStatus Of(Claim claim) => claim switch
    {
        { IsBuilt: false } => ClaimStatus.NotBuilt,
        _ when !tests[claim.Id].Any() => ClaimStatus.WithoutTest,
        { Falsification: { } change } when falsified.GetValueOrDefault(claim.Id) is { } result
            && result.Hash == change.HashWith(tests[claim.Id].Select(t => t.FullName)) =>
            result.Red > 0 ? ClaimStatus.Proven : ClaimStatus.NotProven,
        _ => ClaimStatus.Shown,
    };
}
