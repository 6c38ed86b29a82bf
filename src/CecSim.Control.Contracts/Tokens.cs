namespace CecSim.Control.Contracts;

/// <summary>Who has which token.</summary>
/// <param name="Tokens">
/// By customer, the access token first; those that are not good any more too. Where the soonest were asked for, those
/// that are good, by their ends.
/// </param>
/// <param name="Total">How many there are of which they are the first, where no more were asked for.</param>
/// <param name="Good">How many of all those a request may come with.</param>
public sealed record TokenList(IReadOnlyList<HeldToken> Tokens, int Total, int Good);

/// <summary>A token that a customer has. What stands in it is a secret.</summary>
/// <param name="Id">
/// What to call it in other requests; an access token that several customers came with has one.
/// </param>
/// <param name="Kind">Which of the two.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="ChannelId">The user's channel.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="State">How it stands.</param>
public sealed record HeldToken(
    string Id, TokenKind Kind, string UserId, string ChannelId, DateTimeOffset ExpiresAt, TokenState State);

/// <summary>The tokens that a customer needs.</summary>
[JsonConverter(typeof(EnumWordConverter<TokenKind>))]
public enum TokenKind
{
    /// <summary>One that is not known here.</summary>
    Unknown,

    /// <summary>That of <c>tokenByAkSk</c>: the one that the customer came with last.</summary>
    Access,

    /// <summary>That of <c>applyToken</c>.</summary>
    Messaging,
}

/// <summary>How a token stands.</summary>
[JsonConverter(typeof(EnumWordConverter<TokenState>))]
public enum TokenState
{
    /// <summary>One that is not known here.</summary>
    Unknown,

    /// <summary>It is good.</summary>
    Live,

    /// <summary>It is good until its own end, though a renewal has replaced it.</summary>
    Replaced,

    /// <summary>Its time is over, or was ended.</summary>
    Expired,

    /// <summary>It was taken back before its time.</summary>
    Revoked,
}
