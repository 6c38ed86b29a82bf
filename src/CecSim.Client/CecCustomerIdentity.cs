namespace CecSim.Client;

/// <summary>
/// Who calls or writes, and through which channel (applyToken, section 2.2). CEC keeps one token for each user of a
/// channel, so two customers with the same identity would put each other out.
/// </summary>
public sealed record CecCustomerIdentity
{
    /// <summary>The <c>userId</c>, the enterprise's own: 1 to 128 characters, of which CEC promises 32.</summary>
    public required string UserId { get; init; }

    /// <summary>The <c>userName</c>, shown to agents.</summary>
    public required string UserName { get; init; }

    /// <summary>The <c>channelId</c>: the "Configuration ID" of the channel.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The <c>locale</c>: <c>zh</c>, <c>en</c>, and in newer versions <c>zh_CN</c>, <c>en_US</c>.</summary>
    public string Locale { get; init; } = "en";

    /// <exception cref="ArgumentException">Something is wrong; the message names all of it.</exception>
    internal void Validate()
    {
        var problems = new List<string>();
        foreach (var (name, value) in new[]
        {
            (nameof(UserId), UserId), (nameof(UserName), UserName), (nameof(ChannelId), ChannelId),
        })
        {
            if (string.IsNullOrWhiteSpace(value) || value.Length > 128)
            {
                problems.Add($"{name} must have 1 to 128 characters.");
            }
        }

        if (Locale is not ("zh" or "en" or "zh_CN" or "en_US"))
        {
            problems.Add($"{nameof(Locale)} must be zh, en, zh_CN or en_US.");
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', problems));
        }
    }
}
