using CecSim.Simulation.Users;

namespace CecSim.Simulation.Tokens;

/// <summary>
/// Who has which token: each customer's <c>ccmessaging-token</c>, that which a renewal replaced, and the access token
/// that it came with last. Access tokens that no customer has come with are nobody's, and not here.
/// </summary>
public sealed class HeldTokens
{
    private const int UsersAtOnce = 100;

    private readonly SpaceScheduler _scheduler;
    private readonly UserDirectory _users;
    private readonly AccessTokens _access;
    private readonly MessagingTokens _messaging;

    internal HeldTokens(
        SpaceScheduler scheduler, UserDirectory users, AccessTokens access, MessagingTokens messaging) =>
        (_scheduler, _users, _access, _messaging) = (scheduler, users, access, messaging);

    /// <summary>All of the customers that the space knows; those that are not good any more too.</summary>
    public IReadOnlyList<HeldTokenView> View
    {
        get
        {
            User[] users;
            using (_scheduler.Enter())
            {
                users = [.. _users.All];
            }

            // Each token is opened for it: whoever looks at very many does not keep the space's requests waiting.
            var found = new List<HeldTokenView>(users.Length * 2);
            foreach (var some in users.Chunk(UsersAtOnce))
            {
                using var lockScope = _scheduler.Enter();
                found.AddRange(some.SelectMany(Of).Select(h => h.View));
            }

            return found;
        }
    }

    /// <summary>The customer that a ccmessaging-token speaks for came with an access token.</summary>
    public void MarkPresented(string messagingToken, string accessToken)
    {
        using var lockScope = _scheduler.Enter();
        if (_users.FindByToken(messagingToken) is { } user && user.AccessToken != accessToken)
        {
            user.AccessToken = accessToken;
        }
    }

    /// <summary>
    /// Ends a token before its time: as if it had expired, or as if it had been taken back, which of a
    /// ccmessaging-token another applyToken does.
    /// </summary>
    /// <returns>False where no customer has it, or it is not good any more.</returns>
    public bool End(string id, TokenState how)
    {
        using var lockScope = _scheduler.Enter();
        var (view, text) = _users.All.SelectMany(Of).FirstOrDefault(h => h.View.Id == id && h.View.IsGood);
        if (view is null)
        {
            return false;
        }

        Action<string> end = (view.Kind, how) switch
        {
            (TokenKind.Access, TokenState.Expired) => _access.Expire,
            (TokenKind.Access, TokenState.Revoked) => _access.Revoke,
            (TokenKind.Messaging, TokenState.Expired) => _messaging.Expire,
            (TokenKind.Messaging, TokenState.Revoked) => _messaging.Revoke,
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, "No token ends so."),
        };
        end(text);
        return true;
    }

    private IEnumerable<(HeldTokenView View, string Text)> Of(User user)
    {
        if (user.AccessToken is { } access && _access.Read(access) is var (number, expiresAt))
        {
            var state = _access.Check(access) switch
            {
                null => TokenState.Live,
                Refusal.AccessTokenRevoked => TokenState.Revoked,
                _ => TokenState.Expired,
            };
            yield return (new($"access-{number}", TokenKind.Access, user, expiresAt, state), access);
        }

        foreach (var token in new[] { user.Token, user.TokenBeforeRenewal })
        {
            if (token is not null)
            {
                var state = _users.FindByToken(token.Text) != user ? TokenState.Revoked
                    : !token.IsLive(_scheduler.Now) ? TokenState.Expired
                    : token == user.Token ? TokenState.Live
                    : TokenState.Replaced;
                yield return (
                    new($"messaging-{token.Number}", TokenKind.Messaging, user, token.ExpiresAt, state), token.Text);
            }
        }
    }
}

/// <param name="Id">By which it is called; the token itself is a secret.</param>
public sealed record HeldTokenView(
    string Id, TokenKind Kind, User User, DateTimeOffset ExpiresAt, TokenState State)
{
    /// <summary>Whether a request may come with it.</summary>
    public bool IsGood => State is TokenState.Live or TokenState.Replaced;
}

/// <summary>Which of the two tokens.</summary>
public enum TokenKind
{
    /// <summary>The API Fabric's, in <c>Authorization</c>.</summary>
    Access,

    /// <summary>CC-Messaging's, in <c>ccmessaging-token</c>.</summary>
    Messaging,
}

/// <summary>How a token stands.</summary>
public enum TokenState
{
    Live,

    /// <summary>A renewal has replaced it; it is good until its own end.</summary>
    Replaced,

    Expired,

    /// <summary>It was taken back before its end.</summary>
    Revoked,
}
