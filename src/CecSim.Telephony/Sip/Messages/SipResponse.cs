namespace CecSim.Telephony.Sip.Messages;

internal sealed class SipResponse(int status, string reason) : SipMessage
{
    public int Status { get; } = status;

    public string Reason { get; } = reason;

    /// <summary>Why it refuses, in a sentence; null when the reason phrase says it, or there is nothing to say.</summary>
    public string? Why { get; init; }

    /// <summary>As of the Warning header (RFC 3261, section 20.43).</summary>
    public int WarnCode { get; init; } = SipWarnCode.Miscellaneous;

    /// <summary>A test asked for it.</summary>
    public bool IsOnPurpose { get; init; }

    public bool IsFinal => Status >= 200;

    public bool IsSuccess => Status is >= 200 and < 300;

    public SipResponse With(string name, string value)
    {
        Headers.Add(name, value);
        return this;
    }

    /// <summary>Gives the To a tag unless it has one (RFC 3261, section 8.2.6.2).</summary>
    public SipResponse WithToTag(string tag)
    {
        if (Headers["To"] is { } to && SipAddress.TryParse(to, out var address) && address.Tag is null)
        {
            // An address without brackets leaves all its parameters to the header, so the tag can always be appended.
            Headers.Set("To", $"{to};tag={tag}");
        }

        return this;
    }
}
