namespace CecSim.Simulation;

/// <summary>A field of a request's body or query, as some document names it. All of them are texts.</summary>
/// <param name="CharsMax">
/// The longest that is taken; null where <paramref name="Allowed"/> says it all, or where nothing is.
/// </param>
/// <param name="Allowed">The only values; empty for any.</param>
public sealed record RequestField(string Name, string Description, int? CharsMax, params string[] Allowed)
{
    /// <summary>What each request of CC-Messaging names.</summary>
    public static RequestField Channel => new("channel", "Always WEB.", null, "WEB");

    /// <summary>What a contract sends for it.</summary>
    internal static (string Name, string Value) ChannelExample => ("channel", "WEB");

    public bool IsRequired { get; init; } = true;

    /// <summary>Whether it is bytes in Base64.</summary>
    public bool IsBase64 { get; init; }

    /// <summary>Whether what breaks the rules of this field is refused.</summary>
    public bool IsChecked { get; init; } = true;

    public RequestField Optional => this with { IsRequired = false };

    /// <summary>Documented, and not looked at here: whatever is in it is taken.</summary>
    public RequestField Unchecked => this with { IsRequired = false, IsChecked = false };
}
