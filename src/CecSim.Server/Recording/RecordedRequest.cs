using CecSim.Simulation.Faults;
using CecSim.Simulation.Journal;
using CecSim.Simulation.Polls;
using Microsoft.AspNetCore.Http.Features;

namespace CecSim.Server.Recording;

/// <summary>
/// One request on its way into the journal and past the monitor. It is written down before the last byte of its answer
/// goes out, so that whoever has the answer finds the entry.
/// </summary>
/// <remarks>
/// It travels as the request's items, for which the server has room of its own: for any other feature each held poll
/// would keep a list.
/// </remarks>
internal sealed class RecordedRequest(HttpContext http, Recorder recorder) : IItemsFeature
{
    private List<RuleViolation>? _wrong;
    private List<string>? _faults;
    private JournalId _id;
    private IDictionary<object, object?>? _items;
    private VendorExchange? _exchange;
    private bool _isOfFault;
    private bool _isWritten;
    private bool _isDelivered;

    public HttpContext Http { get; } = http;

    /// <summary>Null while it is not known, and for a request that belongs to none.</summary>
    public Space? Space { get; private set; }

    /// <summary>Null for what reaches none.</summary>
    public VendorOperation? Operation => _exchange?.Route.Operation;

    public JournalId Id => _id == default ? _id = Journal.TakeId() : _id;

    public Masking Masking => Space?.Masking ?? recorder.Masking;

    /// <summary>Null while no user is known.</summary>
    public RecordedClient? Client { get; private set; }

    /// <summary>When it came, in the time of its space.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The same in real time.</summary>
    public long Timestamp { get; } = recorder.Real.GetTimestamp();

    public TimeSpan Elapsed => recorder.Real.GetElapsedTime(Timestamp);

    public TimeSpan? HeldFor { get; private set; }

    public bool IsRefused { get; private set; }

    /// <summary>A fault has seen to it that the client gets no whole answer.</summary>
    public bool IsBroken { get; private set; }

    public IReadOnlyList<RuleViolation> Violations => _wrong ?? (IReadOnlyList<RuleViolation>)[];

    /// <summary>As it stands in the journal; null until it was written down.</summary>
    public JournalDraft? Draft { get; private set; }

    public IReadOnlyList<string> Faults => _faults ?? (IReadOnlyList<string>)[];

    public JournalSettings Settings => Journal.Settings;

    IDictionary<object, object?> IItemsFeature.Items
    {
        get => _items ??= new ItemsFeature().Items;
        set => _items = value;
    }

    /// <summary>Null when nothing is recorded.</summary>
    public static RecordedRequest? Of(HttpContext http) => http.Features.Get<IItemsFeature>() as RecordedRequest;

    private JournalRing Journal => Space?.Journal ?? recorder.Journal;

    /// <summary>The first thing that is known of a request, before faults and credentials.</summary>
    public void Begin(VendorExchange exchange, Space? space)
    {
        Place(space);
        _exchange = exchange;
        if (space is not null && !exchange.IsHead)
        {
            Client = RecordedClient.Meet(this, exchange, space);
        }
    }

    /// <summary>The space of what is no request of a client, as far as that is known.</summary>
    public void BelongsTo(Space? space) => Place(space);

    /// <summary>A gateway's socket, once it is open, lives as long as a call: no request with an answer.</summary>
    public void MarkAsConnection() => _isDelivered = true;

    public void Struck(Fault fault) => Struck(ScenarioParts.NameOf(fault));

    /// <summary>The control API cuts the connection.</summary>
    public void MarkCutByHand() => Struck(JournalEntry.CutByHand);

    /// <summary>What follows is a fault's answer and says nothing about the request.</summary>
    public void MarkAnsweredByFault() => _isOfFault = true;

    /// <summary>A fault keeps the answer back until the client gives up.</summary>
    public void NeverAnswers() => IsBroken = true;

    /// <summary>A fault ends the connection in place of an answer.</summary>
    /// <param name="sent">What it sends first, which is no HTTP.</param>
    public void Breaks(ReadOnlyMemory<byte> sent)
    {
        IsBroken = true;
        if (!_isWritten && _exchange is { } exchange)
        {
            Write(exchange, new RecordedAnswer { Status = JournalEntry.NoAnswer, Body = sent, IsCutShort = true });
        }
    }

    public void Released<TEvent>(HeldPoll<TEvent> poll, IReadOnlyList<TEvent> events)
        where TEvent : class, IClientEvent
    {
        // From when it came, as the journal tells it: what releases a poll may come before the poll is held.
        HeldFor = poll.Since + poll.HeldFor - At;
        foreach (var fault in poll.Faults)
        {
            Struck(fault);
        }

        Client?.Released(events, poll.IsSuperseded);
    }

    /// <summary>One thing that is wrong with the request; the first one decides its answer.</summary>
    public void AddViolation(Refusal? refusal, string why)
    {
        IsRefused = true;
        if (!_isOfFault && _wrong?.Exists(w => w.Why == why) != true)
        {
            (_wrong ??= []).Add(new RuleViolation(refusal, why));
        }
    }

    /// <summary>The answer is ready and will be sent now.</summary>
    public void Answers(VendorExchange exchange, RefusalAnswer? refusal, byte[] body, string basis)
    {
        // A held poll whose client is gone still comes here with an empty answer: nobody gets it.
        if (_isWritten || Http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        IsRefused |= refusal is not null;
        IsBroken = exchange.Delivery is { IsWhole: false };
        Write(exchange, new RecordedAnswer
        {
            Status = Http.Response.StatusCode,
            ResultCode = refusal is null && !IsRefused ? Operation?.SuccessCode : refusal?.ResultCode,
            Headers = Http.Response.Headers,
            Body = exchange.Delivery?.SentOf(body) ?? body,
            Basis = basis,
            IsOfFault = _isOfFault,
            IsCutShort = IsBroken,
        });
    }

    /// <summary>Tells the client under which name its request stands in the journal.</summary>
    public void TellId()
    {
        Place(Space ?? recorder.SpaceOf(Http));
        Http.Response.Headers[CecHeaders.Id] = Id.ToString();
    }

    public void Delivered() => _isDelivered = !Http.RequestAborted.IsCancellationRequested;

    public void End()
    {
        if (_isDelivered || (_isWritten && IsBroken))
        {
            return;
        }

        if (!_isWritten)
        {
            var isCutShort = IsBroken || Http.RequestAborted.IsCancellationRequested;
            var status = isCutShort ? JournalEntry.NoAnswer : Http.Response.StatusCode;
            Write(_exchange, new RecordedAnswer { Status = status, IsCutShort = isCutShort });
            return;
        }

        if (Space is { } space)
        {
            space.CutShort(Id);
        }
        else
        {
            recorder.Journal.CutShort(Id);
        }

        if (_exchange is { } exchange)
        {
            Client?.OnAborted(this, exchange);
        }
    }

    private void Struck(string fault) => (_faults ??= []).Add(fault);

    // Nothing of CEC's answers where there is no exchange.
    private void Write(VendorExchange? exchange, RecordedAnswer answer)
    {
        _isWritten = true;
        Place(Space ?? recorder.SpaceOf(Http));
        Draft = DraftWriter.Write(this, Http, exchange, answer);
        if (Space is { } space)
        {
            space.Record(Draft);
        }
        else
        {
            recorder.Journal.Add(Draft);
        }

        if (exchange is null)
        {
            return;
        }

        if (answer.IsCutShort)
        {
            Client?.OnAborted(this, exchange);
        }
        else
        {
            Client?.OnAnswered(this, exchange);
        }

        foreach (var (kind, found) in RequestFindings.Of(this, exchange))
        {
            if (Space is null)
            {
                recorder.Findings.Add(kind, found);
            }
            else
            {
                Space.Monitor.Report(kind, found);
            }
        }
    }

    private void Place(Space? space)
    {
        if (At == default || Space != space)
        {
            Space = space;
            At = space?.Time.ReadNow() ?? recorder.Real.GetUtcNow();
        }
    }
}
