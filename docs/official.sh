#!/usr/bin/env bash
# Thêm một cán bộ của đơn vị đang giữ một phản ánh và liên kết họ với "Chị Hạnh" ở bảng điều khiển OA của Zalo giả lập, để tự tay
# trả lời trong chat như cán bộ thật. Chạy khi `npm start` đang chạy (chỉ cần bash, curl và Node):  bash docs/official.sh HN-…
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

code=${1:?Thiếu mã phản ánh, ví dụ: bash docs/official.sh HN-7K3M9P2X}
service=${SERVICE_URL:-http://127.0.0.1:3000}
zalo=${SIMULATOR_URL:-http://127.0.0.1:4100}
token=${STAFF_API_TOKEN:-$(node -p "JSON.parse(require('fs').readFileSync('.data/secrets.json')).STAFF_API_TOKEN")}
admin=6409182735461029

fail() { echo "✗ $*" >&2; exit 1; }
pick() { node -e 'const o = JSON.parse(require("fs").readFileSync(0)); const v = eval("o" + process.argv[1]); if (v == null) process.exit(1); console.log(v)' "$1"; }
json() { node -p 'JSON.stringify(Object.fromEntries(process.argv.slice(1).map((part) => [part.split("=")[0], part.slice(part.indexOf("=") + 1)])))' "$@"; }
staff() { # staff TOKEN METHOD PATH [JSON]
  curl -sSf -X "$2" "$service$3" -H "Authorization: Bearer $1" ${4:+-H 'Content-Type: application/json' -d "$4"}
}
sim() { curl -sSf -X POST "$zalo/_sim$1" -H 'Content-Type: application/json' -d "$2"; }
links() { staff "$own" GET /api/staff/me/links; }
until_linked() { # until_linked WHAT: waits until that side is linked
  for _ in $(seq 1 100); do
    links | pick "$1" >/dev/null 2>&1 && return
    sleep 0.2
  done
  fail "chưa liên kết được, xem .data/logs/"
}

report=$(staff "$token" GET "/api/staff/reports/$code") || fail "không tìm thấy $code"
agency=$(pick .agency.code <<<"$report") || fail "$code chưa có đơn vị giữ (đang ở khay tiếp nhận)"
name=$(pick .agency.name <<<"$report")

person=$(node -p 'JSON.stringify({ name: process.argv[1], roles: ["handler", "leader"], agencyCodes: [process.argv[2]] })' "Chị Hạnh, $name" "$agency")
own=$(staff "$token" POST /api/staff/people "$person" | pick .token)
link=$(staff "$own" POST /api/staff/me/link-code | pick .code)

# Trước hết từ Zalo của chính cán bộ, sau đó trong OA, ở khung chat với chính mình: đúng thứ tự như trong docs/for-officials.md.
self=$(sim /citizens "$(json "name=Chị Hạnh (Zalo riêng)")" | pick .id)
sim "/citizens/$self/act" "$(json act=text "text=Liên kết $link")" >/dev/null
until_linked .chat.linkedAt
sim "/console/$self/act" "$(json act=text "text=Liên kết $link" "adminId=$admin")" >/dev/null
until_linked '.accounts[0].linkedAt'

cat <<TEXT
✓ "Chị Hạnh" ở bảng điều khiển OA nay là cán bộ của $name, đơn vị đang giữ $code.
  Mở khung chat của người dân, thêm một ảnh bằng nút "Ảnh sau xử lý" và gõ, ví dụ (sửa cho đúng việc):

  Kết quả $code: Sáng $(TZ=Asia/Ho_Chi_Minh date +%d/%m/%Y), tổ hạ tầng của $name đã kiểm tra tại chỗ và xử lý xong, dọn sạch, không còn nguy hiểm cho người đi đường.

  Hai mươi giây sau tệp cuối cùng (ngoài đời là hai phút), câu trả lời được xét. Còn thiếu gì thì "Chị Hạnh (Zalo riêng)" được nhắn, người dân thì không.
TEXT
