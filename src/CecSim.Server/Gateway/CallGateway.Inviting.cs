using System.Text;
using CecSim.Server.Ladders;
using CecSim.Server.Phones;
using CecSim.Server.Snapshots;
using CecSim.Simulation.Breakpoints;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Journal;
using CecSim.Telephony.Media;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Gateway;

/// <content>What becomes of an INVITE.</content>
internal sealed partial class CallGateway
{
    /// <summary>Of what stands at a breakpoint; a longer one is cut.</summary>
    private const int OfferCharsMax = 65_536;

    public async ValueTask<InviteDecision> InviteAsync(IncomingInvite invite, CancellationToken gone)
    {
        if (AgentPhones.CallerOf(invite) is { } line)
        {
            return await line.DialAsync(invite, gone);
        }

        var route = new GatewayRoute(invite.Domain, invite.User, invite.FromUser);
        if (_spaces.FindByRoute(route) is not { } space)
        {
            NoteStranger(route);
            return InvitedNumber.RefusalOf(MediaRefusal.WrongDomain, route, domain: null);
        }

        if (space.Failure is { } failure)
        {
            return new InviteDecision.Refuse(503, "The space has failed") { Why = failure.Why };
        }

        if (space.Settings.GatewayScheme == GatewayScheme.Wss && IsPlain(invite))
        {
            return new InviteDecision.Refuse(403, "The gateway takes wss only") { Why = GatewayAddresses.WhyNotPlain };
        }

        var number = new InvitedNumber(space, route);
        if (!number.IsDialled)
        {
            NoteDialog(space, route.AccessCode, invite);
        }

        var plan = number.Strike();
        if (plan.IsPaused && await InviteBreakpoint.HoldAsync(space, MessageOf(number, invite), gone) is { } decided)
        {
            return decided;
        }

        if (plan.Refusal is { } fault)
        {
            return fault;
        }

        if (plan.Rings)
        {
            invite.Ring();
            await UntilAsync(gone);
            return new InviteDecision.Refuse(487) { Why = "The caller has given up" };
        }

        if (space.Settings.GatewayAnswers != GatewayAnswer.Ringing)
        {
            return await AnswerAsync(number, invite, plan, rang: null, gone);
        }

        var rang = new RingingLeg();
        if (number.Join(rang) is { } refusal)
        {
            return refusal;
        }

        if (number.IsDialled)
        {
            NoteDialog(space, rang.AccessCode, invite);
        }

        var decision = await RingAsync(rang, invite, gone) ?? await AnswerAsync(number, invite, plan, rang, gone);
        if (decision is InviteDecision.Refuse)
        {
            space.Commands.AddLeave(rang.AccessCode);
            space.Media.Leave(rang.AccessCode, rang);
        }

        return decision;
    }

    /// <returns>Why the call is not answered; null when its agent has answered.</returns>
    private static async Task<InviteDecision?> RingAsync(
        RingingLeg rang, IncomingInvite invite, CancellationToken gone)
    {
        if (!rang.IsAnswered)
        {
            invite.Ring();
        }

        switch (await rang.WhenOverAsync(gone))
        {
            case RingingEnd.Answered:
                return null;
            case RingingEnd.CallerGone:
                return new InviteDecision.Refuse(487) { Why = "The caller has given up" };
            default:
                return new InviteDecision.Refuse(480, "No agent has answered");
        }
    }

    /// <param name="rang">What the call had while it rang; null when it did not.</param>
    private async Task<InviteDecision> AnswerAsync(
        InvitedNumber number, IncomingInvite invite, InvitePlan plan, RingingLeg? rang, CancellationToken gone)
    {
        // The number before the offer: RFC 3261, section 8.2.
        if (rang is null && number.Judge() is { } wrong)
        {
            return wrong;
        }

        if (invite.Unreadable is { } unreadable)
        {
            return unreadable;
        }

        if (await _media is not { } media)
        {
            return new InviteDecision.Refuse(503, "The media port could not be opened");
        }

        var space = number.Space;
        var wishes = new MediaOptions
        {
            Source = number.IsDialled ? MediaSource.Silence : Playing.Of(space.Settings.GatewayPlays),
            TakesPhones = number.IsDialled,
            PeerAddress = number.IsDialled ? invite.Call.Flow.Remote?.Address : null,
            Trouble = plan.Trouble,
            Recording = _mediaRecorder?.Begin(_guard),
        };
        var phone = space.Media.AgentPhoneOf(rang?.AccessCode ?? invite.User) as PhoneLeg;
        var answer = AnswerAs(phone, media, invite.Offer, wishes);
        if (answer is MediaAnswer.Refused refused)
        {
            wishes.Recording?.End();
            return OfferDecision.Of(refused);
        }

        var accepted = (MediaAnswer.Accepted)answer;

        var call = new GatewayCall(space, invite.Call, accepted.Call, _announcer, _clock, _guard)
        {
            Recording = wishes.Recording,
            IsDialled = number.IsDialled,
        };
        if ((rang is null ? number.Join(call) : Exchange(number, rang, call)) is { } refusal)
        {
            accepted.Call.Close();
            return refusal;
        }

        if (rang is null && number.IsDialled)
        {
            NoteDialog(space, call.AccessCode, invite);
        }

        if (space.Settings.GatewayScheme == GatewayScheme.Auto && IsPlain(invite)
            && space.Media.UserOf(call.AccessCode) is { } user)
        {
            space.Monitor.CallsWithoutTls(user);
        }

        call.Trace = _traces.BeginMedia(space, call.AccessCode);
        _calls[invite.Call] = call;
        call.Begin(plan);
        _guard.Start("end of a recording", () => WarnAsync(call));
        if (gone.IsCancellationRequested)
        {
            // The end came first, and found nothing to end.
            Ended(invite.Call, new CallEnd(CallEndKind.CallerCancelled));
        }

        return new InviteDecision.Answer(accepted.Sdp);
    }

    // What the agent's phone has chosen is passed on as it is; what only the customer has is to be transcoded.
    private static MediaAnswer AnswerAs(PhoneLeg? phone, MediaGateway media, string offer, MediaOptions wishes)
    {
        if (phone?.Media?.Codec is not { } codec)
        {
            return offer.Length == 0 ? media.Offer(wishes) : media.Accept(offer, wishes);
        }

        if (offer.Length == 0)
        {
            return media.Offer(wishes with { Preferred = [codec] });
        }

        // A trial, since an offer without that codec may be taken for its pictures alone.
        var same = wishes with { Codecs = new HashSet<Codec> { codec, Codec.Vp8, Codec.H264 } };
        if (media.Accept(offer, same with { Recording = null }) is not MediaAnswer.Accepted trial)
        {
            return media.Accept(offer, wishes);
        }

        var hasSound = trial.Call.Codec is not null;
        trial.Call.Close();
        return media.Accept(offer, hasSound ? same : wishes);
    }

    private static InviteDecision.Refuse? Exchange(InvitedNumber number, RingingLeg rang, GatewayCall call) =>
        number.Space.Media.Exchange(rang.AccessCode, rang, call)
            ? null
            : InvitedNumber.RefusalOf(MediaRefusal.CallOver, number.Route, number.Space.Media.Domain);

    private static PausedMessage MessageOf(InvitedNumber number, IncomingInvite invite)
    {
        var masking = number.Space.Masking;
        return new PausedMessage(PauseStage.Invite, CecOperation.Invite, number.Who)
        {
            Method = "INVITE",
            Target = masking.Text($"sip:{invite.User}@{invite.Domain}"),
            Headers = [.. invite.Headers.Select(h => new JournalHeader(h.Name, masking.Header(h.Name, h.Value)))],
            Body = masking.Body(DraftBody.Of(Encoding.UTF8.GetBytes(invite.Offer), OfferCharsMax), OfferCharsMax),
        };
    }

    private void NoteDialog(Space space, string accessCode, IncomingInvite invite) =>
        Dialogs.Add(new CallDialog(space, accessCode, invite.Call.CallId, IsOfAgent: false));

    private static bool IsPlain(IncomingInvite invite) => invite.Call.Flow.Transport == SipTransport.Ws;

    private static async Task UntilAsync(CancellationToken gone)
    {
        var never = new TaskCompletionSource();
        await never.Task.WaitAsync(gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
