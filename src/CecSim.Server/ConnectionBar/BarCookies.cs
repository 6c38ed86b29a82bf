using System.Globalization;
using CecSim.Simulation.ConnectionBar;
using Microsoft.AspNetCore.Http;

namespace CecSim.Server.ConnectionBar;

/// <summary>
/// The four cookies of chapter 7. The bar's frame has another site than the page around it, so a browser keeps them
/// only with SameSite=None, and that only if they are Secure: over plain HTTP they are good for pages of this machine.
/// </summary>
internal static class BarCookies
{
    public const string Token = "sum_token";

    public static void Write(HttpResponse response, BarSession session)
    {
        var atime = session.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var isHttps = response.HttpContext.Request.IsHttps;
        foreach (var (name, value) in ((string, string)[])
                 [("sum_atime", atime), ("sum_refresh_token", session.RefreshToken), ("sum_sid", session.Sid),
                     (Token, session.Token)])
        {
            response.Cookies.Append(name, value, new CookieOptions
            {
                Path = "/",
                HttpOnly = true,
                Secure = isHttps,
                SameSite = isHttps ? SameSiteMode.None : SameSiteMode.Lax,
            });
        }
    }
}
