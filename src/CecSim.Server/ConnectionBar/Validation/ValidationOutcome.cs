namespace CecSim.Server.ConnectionBar.Validation;

/// <summary>What the enterprise's API said of a page.</summary>
/// <param name="Message">Its <c>message</c>; null where it said none, as the documented failure prints.</param>
/// <param name="Why">What was wrong, in words.</param>
internal readonly record struct ValidationOutcome(bool IsValid, string? Message, string Why)
{
    public static readonly ValidationOutcome Valid = new(true, null, "");

    public static ValidationOutcome Refused(string message, string why) => new(false, message, why);

    /// <summary>Whether it was said in an answer without the mandatory <c>message</c>.</summary>
    public bool LacksMessage { get; init; }

    /// <summary>No answer that could be read.</summary>
    public static ValidationOutcome Failed(string why) => new(false, null, why);
}
