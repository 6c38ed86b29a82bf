using CecSim.Simulation.Channels;
using CecSim.Simulation.Tokens;

namespace CecSim.Simulation.Users;

/// <summary>The users of a space by channel and id, for as long as they have a token or a session.</summary>
internal sealed class UserDirectory(SpaceScheduler scheduler, SpaceSettings settings)
{
    /// <summary>More are refused: a user costs memory until its token ends.</summary>
    public const int UsersMax = 100_000;

    /// <summary>For so long after its token's end a user may come back and find its events.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, ChannelSettings> _channels = settings.Channels.ToDictionary(c => c.Id);
    private readonly Dictionary<(string ChannelId, string UserId), User> _users = [];
    private readonly Dictionary<string, User> _byToken = [];

    public IEnumerable<User> All => _users.Values;

    public IReadOnlyCollection<ChannelSettings> Channels => _channels.Values;

    /// <summary>Puts another channel in the place of the one with its id, for the users that it has too.</summary>
    public void Change(ChannelSettings channel)
    {
        _channels[channel.Id] = channel;
        foreach (var user in _users.Values.Where(u => u.Channel.Id == channel.Id))
        {
            user.Channel = channel;
        }
    }

    public User? FindByToken(string token) => _byToken.GetValueOrDefault(token);

    public User? Find(string channelId, string userId) => _users.GetValueOrDefault((channelId, userId));

    public Outcome<User> FindOrAdd(string channelId, string userId)
    {
        if (!_channels.TryGetValue(channelId, out var channel))
        {
            return Refusal.ChannelUnknown;
        }

        if (_users.TryGetValue((channelId, userId), out var known))
        {
            return known;
        }

        if (_users.Count >= UsersMax)
        {
            return Refusal.TooManyUsers;
        }

        var user = new User(userId, channel);
        _users.Add((channelId, userId), user);
        return user;
    }

    public void AddToken(User user, MessagingToken token)
    {
        user.Token = token;
        _byToken.Add(token.Text, user);
        scheduler.Cancel(user.Retirement);
        user.Retirement = RetireAt(user, token.ExpiresAt + Grace);
    }

    public void RemoveToken(MessagingToken? token)
    {
        if (token is not null)
        {
            _byToken.Remove(token.Text);
        }
    }

    private ScheduledTimer RetireAt(User user, DateTimeOffset dueAt) =>
        scheduler.At(dueAt, "user retirement", () => Retire(user));

    private void Retire(User user)
    {
        if (user.HasSession
            || user.CallEvents is { HasCurrentPoll: true } || user.ChatMessages is { HasCurrentPoll: true })
        {
            user.Retirement = RetireAt(user, scheduler.Now + Grace);
            return;
        }

        user.CallEvents?.Discard();
        user.ChatMessages?.Discard();
        RemoveToken(user.Token);
        RemoveToken(user.TokenBeforeRenewal);
        _users.Remove((user.Channel.Id, user.UserId));
    }
}
