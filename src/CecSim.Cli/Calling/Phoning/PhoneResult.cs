using CecSim.Telephony.Calling;

namespace CecSim.Cli.Calling.Phoning;

/// <summary>What came of the call at the gateway.</summary>
/// <param name="Gateway">Null when none might be called.</param>
/// <param name="Failure">Why it never had media; null when it had.</param>
/// <param name="Remedy">What to do about the failure or the worst trouble; null for a sound call.</param>
/// <param name="Report">What it heard and saw; null when it never had media.</param>
internal sealed record PhoneResult(Uri? Gateway, string? Failure, string? Remedy, CallReport? Report)
{
    public bool IsSound => Report?.IsSound == true;

    /// <summary>What is wrong, the worst first.</summary>
    public IReadOnlyList<string> Troubles => Failure is null ? Report?.Troubles ?? [] : [Failure];

    public static PhoneResult Failed(Uri? gateway, string failure, string? remedy) =>
        new(gateway, failure, remedy, Report: null);

    public static PhoneResult Of(Uri gateway, CallReport report) =>
        new(gateway, Failure: null, PhoneRemedies.Of(report), report);

    /// <summary>The same where the contact centre told that the call was over: then the BYE was in order.</summary>
    public PhoneResult AfterItsEnd() => Report?.Ending is CallEnding.HungUpByGateway
        ? Of(Gateway!, Report with { Ending = null })
        : this;
}
