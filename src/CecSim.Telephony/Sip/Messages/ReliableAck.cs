namespace CecSim.Telephony.Sip.Messages;

/// <summary>Which provisional answer a PRACK acknowledges: RFC 3262, section 7.2.</summary>
internal sealed record ReliableAck(uint ResponseNumber, uint Sequence, string Method)
{
    public const string Name = "RAck";

    /// <summary>The number of a reliable provisional answer (section 7.1).</summary>
    public const string NumberName = "RSeq";

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ResponseNumber} {Sequence} {Method}");

    /// <summary>Null where a request has none, or none that can be read.</summary>
    public static ReliableAck? Of(SipRequest prack) =>
        prack.Headers[Name]?.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
            is [var number, var sequence, var method]
        && NumberOf(number) is { } response
        && NumberOf(sequence) is { } invite
            ? new ReliableAck(response, invite, method)
            : null;

    /// <summary>The number of an answer that wants to be acknowledged; null for any other.</summary>
    public static uint? NumberOf(SipResponse response) =>
        response.Status is > 100 and < 200
        && OptionTags.IsRequired(response, OptionTags.Reliable)
        && response.Headers[NumberName] is { } number
            ? NumberOf(number.Trim())
            : null;

    private static uint? NumberOf(string text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
