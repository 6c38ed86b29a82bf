namespace CecSim.Simulation.ConnectionBar;

/// <summary>What the operator configures for the agent connection bar (Connection Bar, 5.3, step 3).</summary>
public sealed record BarSettings
{
    /// <summary>The demo account's <c>access_token</c>, which the built-in validator accepts.</summary>
    public const string DemoAccessToken = "cecsim-demo-access-token";

    /// <summary>The enterprise's thirdPartyValidate; null for the built-in one.</summary>
    public Uri? ValidateUrl { get; init; }

    /// <summary>How long that API may take. No document says what CEC grants it.</summary>
    public TimeSpan ValidateWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A file with the certificate, or the CA, that the API's HTTPS is verified with ("a certificate in CER format");
    /// null for those that this machine trusts.
    /// </summary>
    public string? CertificateFile { get; init; }

    public AlertingMeaning CustomerAlerting { get; init; } = AlertingMeaning.Holding;

    /// <summary>
    /// Whether picking up the agent's phone answers the call; otherwise the bar has to answer as well. Chapter 7 knows
    /// of the phone alone: "When a new call is connected, a message is displayed".
    /// </summary>
    public bool PhoneAnswers { get; init; } = true;

    /// <summary>
    /// Whether a person at the bar can answer and call only while the agent's softphone is registered, as chapter 7 has
    /// it: log in to the softphone, then calls can be initiated.
    /// </summary>
    public bool SoftphoneRequired { get; init; }
}
