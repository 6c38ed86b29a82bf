namespace CecSim.Telephony.Media;

/// <summary>What becomes of an offer.</summary>
public abstract record MediaAnswer
{
    private MediaAnswer()
    {
    }

    public sealed record Accepted(MediaCall Call, string Sdp) : MediaAnswer;

    /// <param name="Reason">For a program, which makes a SIP status of it.</param>
    /// <param name="Detail">For a person: what the offer lacks.</param>
    public sealed record Refused(OfferRefusal Reason, string Detail) : MediaAnswer;
}
