namespace WitaLive.Tests.Bounces;

/// <summary>Delivery status notifications as real servers write them (RFC 3464).</summary>
internal static class AReportOfAMail
{
    public static byte[] Postfix(string recipient, Guid mail, string action = "failed", string status = "5.1.1") => Bytes($"""
        Return-Path: <>
        Date: Wed, 25 Nov 2026 10:00:00 +0100 (CET)
        From: MAILER-DAEMON@relay.example.be (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: live@example.be
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="A1B2C3.1764061200/relay.example.be"
        Message-Id: <20261125090000.A1B2C3@relay.example.be>

        This is a MIME-encapsulated message.

        --A1B2C3.1764061200/relay.example.be
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        This is the mail system at host relay.example.be.

        --A1B2C3.1764061200/relay.example.be
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; relay.example.be
        X-Postfix-Queue-ID: A1B2C3
        Arrival-Date: Wed, 25 Nov 2026 09:59:58 +0100 (CET)

        Final-Recipient: rfc822; {recipient}
        Original-Recipient: rfc822;{recipient}
        Action: {action}
        Status: {status}
        Remote-MTA: dns; mx.example.org
        Diagnostic-Code: smtp; 550 5.1.1 <{recipient}>: Recipient address
            rejected: User unknown in virtual mailbox table

        --A1B2C3.1764061200/relay.example.be
        Content-Description: Undelivered Message
        Content-Type: message/rfc822

        Message-Id: <{mail}@example.be>
        From: WitaLive <live@example.be>
        Subject: Convocation

        Madame, Monsieur,

        --A1B2C3.1764061200/relay.example.be--
        """);

    /// <summary>Headers only, the report as base64, as Exchange does it.</summary>
    public static byte[] Exchange(string recipient, Guid mail) => Bytes($"""
        Content-Type: multipart/report; report-type=delivery-status; boundary=b1
        MIME-Version: 1.0

        --b1
        Content-Type: multipart/alternative; boundary=b2

        --b2
        Content-Type: text/plain

        Your message could not be delivered.
        --b2--
        --b1
        Content-Type: message/delivery-status
        Content-Transfer-Encoding: base64

        {Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"Reporting-MTA: dns;x.example.org\r\n\r\nFinal-Recipient: RFC822;{recipient}\r\nAction: Failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp;552 5.2.2 mailbox full\r\n"))}
        --b1
        Content-Type: text/rfc822-headers

        Subject: Convocation
        Message-ID: <{mail}@example.be>
        --b1--
        """);

    private static byte[] Bytes(string message) => System.Text.Encoding.ASCII.GetBytes(message.ReplaceLineEndings("\r\n"));
}
