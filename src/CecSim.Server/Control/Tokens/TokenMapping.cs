using CecSim.Control.Contracts;
using CecSim.Simulation.Tokens;

using Domain = CecSim.Simulation.Tokens;
using TokenKind = CecSim.Control.Contracts.TokenKind;
using TokenState = CecSim.Control.Contracts.TokenState;

namespace CecSim.Server.Control.Tokens;

/// <summary>Tokens, as the control API tells them.</summary>
internal static class TokenMapping
{
    public static HeldToken ToContract(this HeldTokenView token) => new(
        token.Id,
        token.Kind switch
        {
            Domain.TokenKind.Access => TokenKind.Access,
            Domain.TokenKind.Messaging => TokenKind.Messaging,
        },
        token.User.UserId,
        token.User.Channel.Id,
        token.ExpiresAt,
        token.State switch
        {
            Domain.TokenState.Live => TokenState.Live,
            Domain.TokenState.Replaced => TokenState.Replaced,
            Domain.TokenState.Expired => TokenState.Expired,
            Domain.TokenState.Revoked => TokenState.Revoked,
        });
}
