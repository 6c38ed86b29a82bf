namespace CecSim.Telephony.Media;

/// <content>What the two sides offer and answer each other: RFC 3264.</content>
public sealed partial class MediaCall
{
    /// <summary>Answers a later offer of the peer: hold, another medium, new ICE credentials.</summary>
    public MediaAnswer Reoffer(string sdp)
    {
        lock (_gate)
        {
            if (_released)
            {
                return new MediaAnswer.Refused(OfferRefusal.CallIsOver, "The call's media have ended.");
            }

            if (Offer.Read(sdp, Readable, out var refusal, out var detail) is not { } offer)
            {
                return new MediaAnswer.Refused(refusal, detail);
            }

            if (offer.Lines.Count < _core.Lines.Count)
            {
                return new MediaAnswer.Refused(
                    OfferRefusal.LinesMissing,
                    $"The offer has {offer.Lines.Count} m-lines where the call has {_core.Lines.Count}: what is over " +
                    "keeps its line, with port 0 (RFC 3264 section 8).");
            }

            return _core.Transport.TryOpen(offer.Kinds)
                ? new MediaAnswer.Accepted(this, Answer(offer))
                : new MediaAnswer.Refused(
                    OfferRefusal.TooManyCalls, "There are no ports left for another line of a phone without ICE.");
        }
    }

    /// <summary>An offer of the gateway's own.</summary>
    /// <param name="direction">
    /// <see cref="MediaDirection.SendOnly"/> holds, and so on; null for what it last wanted.
    /// </param>
    public string WriteOffer(MediaDirection? direction = null)
    {
        lock (_gate)
        {
            return _core.Offer(direction);
        }
    }

    /// <summary>Takes the peer's answer to an offer of the gateway's.</summary>
    /// <returns>What is wrong with it, and then nothing changes; null when it is in order.</returns>
    public string? TakeAnswer(string sdp)
    {
        lock (_gate)
        {
            if (_released)
            {
                return "The call's media have ended.";
            }

            if (SdpDescription.Parse(sdp, out var complaint) is not { } description
                || Offer.ReadAnswer(description, Readable, out complaint) is not var (answer, _))
            {
                return complaint;
            }

            if (_core.Transport.Complaint(answer.Path) is { } wrong)
            {
                return wrong;
            }

            return _core.TakeAnswer(description, answer, _source)
                ? null
                : "The answer has not the m-lines of the offer, or there was no offer.";
        }
    }

    /// <summary>The first answer. The timer may already know the call.</summary>
    internal string Open(Offer offer)
    {
        lock (_gate)
        {
            return Answer(offer);
        }
    }

    /// <summary>The first offer, for a peer that makes none.</summary>
    internal string Open()
    {
        lock (_gate)
        {
            return _core.FirstOffer(_wishes.Offered, _wishes.ComfortNoise);
        }
    }

    // A call keeps to the kind of transport that it has.
    private OfferWishes Readable => _wishes.Readable with { Takes = [_core.Transport.Security] };

    private string Answer(Offer offer)
    {
        var answer = _core.Answer(offer, _source);
        Name();
        return answer;
    }
}
