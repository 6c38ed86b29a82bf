namespace CecSim.Telephony.Sip.Messages;

internal sealed class SipResponse(int status, string reason) : SipMessage
{
    public int Status { get; } = status;

    public string Reason { get; } = reason;

    /// <summary>Why it refuses, in a sentence; null when the reason phrase says it, or nothing is to say.</summary>
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

    /// <summary>With its reason as a Warning, where it refuses and has none yet.</summary>
    public SipResponse WithWarning() => Status < 400 || Headers[SipWarning.Name] is not null
        ? this
        : With(SipWarning.Name, SipWarning.Of(WarnCode, Why ?? Reason));

    /// <summary>The same without what is only good to know.</summary>
    /// <param name="isCompact">With the short names of headers (section 7.3.3).</param>
    public SipResponse Lean(bool isCompact)
    {
        var lean = new SipResponse(Status, Reason) { Body = Body };
        foreach (var (name, value) in Headers.Where(h => !IsGoodToKnow(h.Name)))
        {
            lean.Headers.Add(isCompact ? CompactForms.ShortNameOf(name) : name, value);
        }

        return lean;
    }

    // What a 405 allows is part of it (section 21.4.6), and so is what a 415 accepts.
    private bool IsGoodToKnow(string name) => name switch
    {
        SipWarning.Name or "Server" => true,
        "Allow" => Status != 405,
        "Accept" => Status != 415,
        _ => false,
    };

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
