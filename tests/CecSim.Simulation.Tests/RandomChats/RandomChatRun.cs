using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.RandomChats;

/// <summary>Drives a frozen space by random moves, and checks after each what must always hold.</summary>
internal sealed class RandomChatRun : IDisposable
{
    public const int CustomersCount = 5;

    private readonly Space _space;
    private readonly List<Customer> _customers;
    private readonly HashSet<long> _seen = [];

    public RandomChatRun(SpaceSettings settings)
    {
        _space = Create(settings);
        _customers = [.. Enumerable.Range(0, CustomersCount).Select(i => new Customer(_space.SignIn($"u{i}")))];
    }

    public void Dispose() => _space.Dispose();

    public void Play(IEnumerable<ChatMove> moves)
    {
        foreach (var move in moves)
        {
            Play(move, _customers[move.Who % CustomersCount]);
            CheckAgents();
        }
    }

    /// <summary>All end; then each message was seen once, or counted as unseen, and nothing is due.</summary>
    public void End()
    {
        foreach (var customer in _customers)
        {
            customer.Polls.ForEach(p => p.Abandon());
            _space.Chats.Disconnect(customer.User);
            _space.Calls.Drop(customer.User);
            Drain(customer);
            CheckAgents();
        }

        // A session that cannot be served tells exactly one message: its number is how many there were.
        var last = new Customer(_space.SignIn("last"));
        Array.ForEach([101, 102], workNo => _space.Agents.Ask(workNo, new AgentInput.SignOut()));
        _space.Chats.Connect(last.User, answersLater: true);
        _space.Chats.Disconnect(last.User);
        Drain(last);
        var unseen = _space.Chats.Undelivered;
        Assert.Equal(last.LastNumber, _seen.Count + unseen.DiscardedCount + unseen.DroppedCount);
        CheckAgenda();
    }

    private void Play(ChatMove move, Customer customer)
    {
        var user = customer.User;
        switch (move.Kind)
        {
            case ChatMoveKind.Connect:
                _space.Chats.Connect(user);
                break;
            case ChatMoveKind.ConnectLater:
                _space.Chats.Connect(user, answersLater: true);
                break;
            case ChatMoveKind.Write:
                _space.Chats.Chat(user);
                break;
            case ChatMoveKind.AskForAgent:
                _space.Chats.TransferToAgent(user);
                break;
            case ChatMoveKind.Disconnect:
                _space.Chats.Disconnect(user);
                break;
            case ChatMoveKind.Poll:
                if (_space.Chats.Poll(user, move.Amount % 2 == 0) is { Refusal: null } poll)
                {
                    customer.Polls.Add(poll.Value);
                }

                break;
            case ChatMoveKind.WriteAnswer or ChatMoveKind.HangUp when customer.Polls.Count > 0:
                Settle(customer, move.Amount, move.Kind == ChatMoveKind.WriteAnswer);
                break;
            case ChatMoveKind.Call:
                _space.Calls.Create(user, MediaAbility.Voice);
                break;
            case ChatMoveKind.Drop:
                _space.Calls.Drop(user);
                break;
            case ChatMoveKind.AgentSignsOut:
                _space.Agents.Ask(101 + (move.Who % 2), new AgentInput.SignOut());
                break;
            case ChatMoveKind.AgentSignsIn:
                _space.Agents.Ask(101 + (move.Who % 2), new AgentInput.SignIn());
                break;
            case ChatMoveKind.Advance:
                _ = _space.Time.AdvanceAsync(TimeSpan.FromSeconds(Math.Pow(2, move.Amount % 9) / 4), TestEnds);
                break;
            default:
                break;
        }
    }

    // Each session with an agent is held by that agent alone, who is on duty and holds no more than it may.
    private void CheckAgents()
    {
        foreach (var agent in _space.Agents.All)
        {
            var served = _customers.Where(c => c.User.Chat?.Agent == agent).Select(c => c.User.Chat!).ToHashSet();
            Assert.Equal(served, agent.Chats.ToHashSet());
            Assert.All(served, chat => Assert.Equal(ChatState.WithAgent, chat.State));
            Assert.InRange(served.Count, 0, agent.IsOnDuty ? agent.Settings.MaxChats : 0);
        }

        Assert.All(
            _customers,
            c => Assert.Equal(c.User.Chat is { State: ChatState.Queuing }, c.User.Chat?.IsWaiting == true));
        Assert.All(_customers, c => Assert.InRange(c.Polls.Count(p => !p.Answer.IsCompleted), 0, 1));
    }

    // A token is due to retire for each, and nothing else.
    private void CheckAgenda()
    {
        foreach (var customer in _customers)
        {
            _space.SignIn(customer.User.UserId);
        }

        Assert.Equal(CustomersCount + 1, _space.Time.DueCount);
    }

    private void Settle(Customer customer, int amount, bool isWritten)
    {
        var poll = customer.Polls[amount % customer.Polls.Count];
        customer.Polls.Remove(poll);
        if (isWritten && poll.Answer.IsCompleted)
        {
            See(customer, poll.Answer.Result);
            poll.MarkDelivered();
        }
        else
        {
            poll.Abandon();
        }
    }

    private void Drain(Customer customer)
    {
        while (_space.Chats.Poll(customer.User) is { Refusal: null } poll)
        {
            See(customer, poll.Value.Answer.Result);
            poll.Value.MarkDelivered();
        }
    }

    private void See(Customer customer, IReadOnlyList<ChatMessage> messages)
    {
        foreach (var message in messages)
        {
            Assert.True(_seen.Add(message.Number), $"Message {message.Number} came twice.");
            Assert.True(message.Number > customer.LastNumber, $"Message {message.Number} came out of order.");
            customer.LastNumber = message.Number;
        }
    }

    private sealed class Customer(User user)
    {
        public User User { get; } = user;

        public List<HeldPoll<ChatMessage>> Polls { get; } = [];

        public long LastNumber { get; set; }
    }
}
